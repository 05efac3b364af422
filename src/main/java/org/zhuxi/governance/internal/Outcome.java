package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a result.
 *
 * @param adopted null for polls and budgets
 * @param numbers by name, such as {@code yesArea}
 * @param lines options of a poll or projects of a budget, winners first
 * @param greedy numbers of the projects that would have won by votes alone
 */
public record Outcome(
        @Nullable Boolean adopted,
        SortedMap<String, Long> numbers,
        List<Line> lines,
        List<Integer> greedy,
        @Nullable BigDecimal moneyPerVoter) {

    /**
     * One option.
     *
     * @param how SHARES, COMPLETION or LOST in a budget; empty in a poll
     * @param share most that one backer pays, in yuan
     * @param left what its backers had left, in yuan
     */
    public record Line(
            int number,
            String name,
            long costYuan,
            long votes,
            long score,
            String how,
            BigDecimal share,
            BigDecimal left,
            List<Integer> tied) {}

    /** A number by its name; 0 when there is none. */
    public long number(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    public boolean is(String name) {
        return number(name) == 1;
    }
}
