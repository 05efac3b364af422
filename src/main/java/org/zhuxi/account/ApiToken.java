package org.zhuxi.account;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as its owner sees it; nobody sees the secret again.
 *
 * @param revokedAt null while it is good
 * @param lastUsedDay null when it was never used
 */
public record ApiToken(
        UUID id,
        UUID account,
        String label,
        Set<String> scopes,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt,
        @Nullable OffsetDateTime revokedAt,
        @Nullable LocalDate lastUsedDay) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    public boolean isValid(OffsetDateTime now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
