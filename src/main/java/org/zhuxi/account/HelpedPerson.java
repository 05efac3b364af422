package org.zhuxi.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Grant;

/**
 * How somebody can sign in, as a community worker who helps him sees it.
 *
 * @param blockedUntil until when wrong passwords make him wait; null when they do not
 * @param passkeys how many devices sign him in
 * @param identities names of providers that sign him in
 * @param card his card, or null
 */
public record HelpedPerson(
        UUID id,
        String username,
        String name,
        Set<Grant> roles,
        @Nullable OffsetDateTime blockedUntil,
        int passkeys,
        List<String> identities,
        @Nullable SignInCard card) {}
