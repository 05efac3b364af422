package org.zhuxi.waste.chain;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.place.Community;

/**
 * The balance of a community and month.
 *
 * @param lines one for each class
 * @param explanations all of them, those taken back and their counter-entries included
 * @param closing the closing that holds, or null while the month is open
 */
public record MonthBalance(
        Community community,
        YearMonth month,
        List<BalanceLine> lines,
        List<Explanation> explanations,
        @Nullable BalanceClosing closing) {

    public MonthBalance {
        lines = List.copyOf(lines);
        explanations = List.copyOf(explanations);
    }

    /** Whether records have changed since the month was closed. */
    public boolean isOutrun() {
        return closing != null && lines.stream().anyMatch(closing::isOutrun);
    }
}
