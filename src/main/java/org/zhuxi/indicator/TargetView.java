package org.zhuxi.indicator;

import org.jspecify.annotations.Nullable;

/**
 * A target or baseline held against the value of today.
 *
 * @param verdict whether a target is reached, on exact numbers; null for a baseline
 * @param missing how many more of the numerator it takes to reach it, for a rate of whole things; null otherwise, negative
 *     for what is there beyond it
 * @param change from a baseline to the value, or null
 */
public record TargetView(
        Target target,
        @Nullable Verdict verdict,
        @Nullable Long missing,
        @Nullable Delta change) {}
