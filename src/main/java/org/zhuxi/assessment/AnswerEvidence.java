package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that proves a criterion.
 *
 * @param sha256 name of the file
 * @param title in the words of whoever added it; may be empty
 * @param capturedOn day on which it was taken or written
 * @param inside whether the position in the photo lies in the community; null when it has none or the community no outline
 * @param isPublic whether everybody may open it once the result is public
 * @param verifiedBy who looked at it; null when nobody has
 */
public record AnswerEvidence(
        UUID id,
        String criterion,
        String sha256,
        EvidenceKind kind,
        String title,
        @Nullable LocalDate capturedOn,
        boolean showsDate,
        @Nullable Boolean inside,
        boolean isPublic,
        UUID addedBy,
        @Nullable UUID verifiedBy) {

    /** As a finding has it. Where nothing says where it was taken, whoever verifies it vouches for the place. */
    public Finding.Item item(LocalDate otherwise) {
        return new Finding.Item(
                id,
                kind,
                capturedOn == null ? otherwise : capturedOn,
                verifiedBy != null,
                inside == null || inside,
                showsDate);
    }
}
