package org.zhuxi.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * Somebody without an account who is added to a household.
 *
 * @param nickname 1 to 40 characters; what the family says, not the name in the passport
 * @param birthYear of a minor; null for an adult, of whom it is not kept
 * @param guardian the grown-up member who decides for a minor; null for an adult
 * @param agreed whether the guardian agrees that the child is listed
 */
public record NewMember(
        String nickname,
        @Nullable Integer birthYear,
        @Nullable UUID guardian,
        boolean agreed,
        Origin origin) {}
