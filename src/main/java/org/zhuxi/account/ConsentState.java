package org.zhuxi.account;

import org.jspecify.annotations.Nullable;

/**
 * Whether a purpose holds for a person now.
 *
 * @param last the latest decision, or null when there was none
 */
public record ConsentState(
        Purpose purpose, boolean holds, @Nullable ConsentEvent last) {}
