package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.waste.WasteClass;

/**
 * A closed month, with the numbers as they stood then.
 *
 * @param by who closed it, and recorded and explained nothing of it
 */
public record BalanceClosing(UUID id, String note, UUID by, Instant at, Map<WasteClass, Line> lines) {

    public BalanceClosing {
        lines = Map.copyOf(lines);
    }

    /** Whether records have changed since, by a reversal or a late record. */
    public boolean isOutrun(BalanceLine now) {
        var then = lines.get(now.wasteClass());
        return then != null && !then.equals(Line.of(now));
    }

    /** Verified masses in kg at the closing; equal when they are equal as numbers. */
    public record Line(
            BigDecimal droppedKg,
            BigDecimal collectedKg,
            BigDecimal treatedKg,
            BigDecimal explainedCollectionKg,
            BigDecimal explainedTreatmentKg) {

        public Line {
            droppedKg = plain(droppedKg);
            collectedKg = plain(collectedKg);
            treatedKg = plain(treatedKg);
            explainedCollectionKg = plain(explainedCollectionKg);
            explainedTreatmentKg = plain(explainedTreatmentKg);
        }

        /** The masses of a line. */
        public static Line of(BalanceLine line) {
            return new Line(
                    line.dropped().verifiedKg(),
                    line.collected().verifiedKg(),
                    line.treated().verifiedKg(),
                    line.explainedCollectionKg(),
                    line.explainedTreatmentKg());
        }

        private static BigDecimal plain(BigDecimal kg) {
            var stripped = kg.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
