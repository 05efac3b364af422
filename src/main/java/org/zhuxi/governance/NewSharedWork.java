package org.zhuxi.governance;

import org.jspecify.annotations.Nullable;

/**
 * Works as they are typed.
 *
 * @param coefficients of floors for the cost, such as {@code 1:0 2:0.5 3:1}
 * @param running the same for the cost of each year; empty: by area alone (Civil Code, article 283)
 * @param rows one dwelling a line: its code, its floor, its area in m² unless the roll of owners has it
 */
public record NewSharedWork(
        @Nullable String place,
        SharedWork.@Nullable Kind kind,
        @Nullable String title,
        @Nullable String words,
        long costFen,
        long subsidyFen,
        long runningFen,
        @Nullable String coefficients,
        @Nullable String running,
        @Nullable String rows) {

    /** The table of Guangzhou (rules on lifts in existing houses, article 8), which others take as a beginning. */
    public static final String GUANGZHOU = "1:0 2:0.5 3:1 4:1.1 5:1.2 6:1.3 7:1.4 8:1.5 9:1.6";
}
