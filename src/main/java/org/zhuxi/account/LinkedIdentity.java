package org.zhuxi.account;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Another provider's identity that signs a person in.
 *
 * @param registration the provider, as it is configured
 * @param subject what the provider calls the person; never changes
 */
public record LinkedIdentity(
        String registration,
        String subject,
        OffsetDateTime linkedAt,
        @Nullable OffsetDateTime lastUsedAt) {}
