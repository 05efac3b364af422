package org.zhuxi.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A record that waits for a reviewer.
 *
 * @param own whether the reader recorded it and therefore may not decide
 * @param household how people call the door, or null when it belongs to no household
 * @param comparisons photos of other records to lay beside those of the evidence; reused ones first
 */
public record Waiting(
        Activity activity,
        Kind kind,
        ReviewReason why,
        boolean own,
        Names community,
        @Nullable String household,
        List<EvidenceFile> evidence,
        List<Comparison> comparisons,
        List<Hint> hints) {

    public Waiting {
        evidence = List.copyOf(evidence);
        comparisons = List.copyOf(comparisons);
        hints = List.copyOf(hints);
    }

    /**
     * A photo of another record to lay beside.
     *
     * @param activity the other record
     * @param reused whether it is the very file of the record that waits; otherwise it was verified for the same household
     */
    public record Comparison(UUID activity, Instant occurredAt, boolean reused, EvidenceFile file) {}

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
