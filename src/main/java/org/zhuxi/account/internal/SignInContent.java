package org.zhuxi.account.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows besides its form.
 *
 * @param username what was typed
 * @param notice message key, or null when there is nothing to say
 * @param waitMinutes how long before the next attempt; 0 for now
 * @param resumption a form that waits to be sent again
 */
public record SignInContent(
        String username,
        @Nullable String notice,
        boolean isError,
        long waitMinutes,
        @Nullable Resumption resumption) {

    /** Something to know, nothing wrong. */
    static SignInContent plain(String username, @Nullable String notice, @Nullable Resumption resumption) {
        return new SignInContent(username, notice, false, 0, resumption);
    }
}
