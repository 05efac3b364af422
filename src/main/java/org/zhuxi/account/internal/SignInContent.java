package org.zhuxi.account.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows besides its form.
 *
 * @param username what was typed
 * @param notice message key, or null when there is nothing to say
 * @param resumption a form that waits to be sent again
 */
public record SignInContent(
        String username,
        @Nullable String notice,
        boolean isError,
        @Nullable Resumption resumption) {}
