package org.zhuxi.activity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A record that waits for a reviewer.
 *
 * @param own whether the reader recorded it and therefore may not decide
 * @param household how people call the door, or null when it belongs to no household
 */
public record Waiting(
        Activity activity,
        Kind kind,
        ReviewReason why,
        boolean own,
        Names community,
        @Nullable String household,
        List<EvidenceFile> evidence,
        List<Hint> hints) {

    public Waiting {
        evidence = List.copyOf(evidence);
        hints = List.copyOf(hints);
    }

    /**
     * An amount beside what is usual.
     *
     * @param household the usual amounts of this household, or null when it has too few records
     * @param community the usual amounts of this kind in the community, or null when it has too few records
     */
    public record Hint(
            Amount amount,
            @Nullable Usual household,
            @Nullable Usual community) {

        /** Whether it is beyond what 95 of 100 records stay below, by either measure. */
        public boolean isOutlier() {
            return isBeyond(household) || isBeyond(community);
        }

        private boolean isBeyond(@Nullable Usual usual) {
            return usual != null && amount.value().compareTo(usual.percentile95()) > 0;
        }
    }

    /**
     * Usual amounts: of a household over ninety days, of a community over two weeks.
     *
     * @param records how many stand behind them
     */
    public record Usual(BigDecimal median, BigDecimal percentile95, long records) {}
}
