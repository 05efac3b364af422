package org.zhuxi.carbon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A statement and what became of it. Its document is never changed.
 *
 * @param document what it says
 * @param json the document byte for byte; the hash is over it
 * @param hash SHA-256 in hex
 * @param reason why it was rejected or withdrawn; empty otherwise
 */
public record Statement(
        CommunityId community,
        UUID id,
        PlacePath path,
        StatementDocument document,
        String json,
        String hash,
        State state,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant endedAt,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        String reason,
        Origin origin) {

    /** What became of a statement. */
    public enum State {
        DRAFT,
        VERIFIED,
        REJECTED,
        PUBLISHED,
        /** Another one took its place; it stays readable. */
        SUPERSEDED,
        /** Taken back; once published it stays readable and counts no more. */
        WITHDRAWN
    }

    /** Whether everybody may read it. */
    public boolean isPublic() {
        return publishedAt != null;
    }
}
