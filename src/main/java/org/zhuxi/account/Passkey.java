package org.zhuxi.account;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that signs a person in.
 *
 * @param label what the person calls it
 */
public record Passkey(
        UUID id,
        String label,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime lastUsedAt) {}
