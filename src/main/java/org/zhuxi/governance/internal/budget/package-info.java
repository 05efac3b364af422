/** Counts participatory budgets: the Method of Equal Shares with exact fractions, greedy beside it, Pabulib files in and out. */
@NullMarked
package org.zhuxi.governance.internal.budget;

import org.jspecify.annotations.NullMarked;
