package org.zhuxi.governance;

import org.jspecify.annotations.Nullable;

/**
 * An answer of a poll or a project of a budget.
 *
 * @param number from 1, also its place in the lot for ties
 * @param costYuan what it costs; null in a poll
 */
public record Option(int number, String name, @Nullable Long costYuan) {}
