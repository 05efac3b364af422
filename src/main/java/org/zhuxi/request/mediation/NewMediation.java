package org.zhuxi.request.mediation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is brought in, not yet checked.
 *
 * @param place code or plate of the building or community; a dwelling stands for its building
 * @param request id of the request it came from, or null
 */
public record NewMediation(
        UUID id,
        @Nullable String place,
        @Nullable Dispute dispute,
        Mediation.@Nullable Way way,
        @Nullable UUID request,
        @Nullable String facts,
        List<Party> parties) {

    public NewMediation {
        parties = List.copyOf(parties);
    }
}
