package org.zhuxi.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one person recorded at one station on one day.
 *
 * @param totals by class, only those with drops that count
 * @param last the latest drops first, whatever became of them
 */
public record Shift(LocalDate day, Map<WasteClass, Total> totals, List<RecordedDrop> last) {

    public Shift {
        totals = Map.copyOf(totals);
        last = List.copyOf(last);
    }

    /** Drops that count, of all classes. */
    public long drops() {
        return totals.values().stream().mapToLong(Total::drops).sum();
    }

    /**
     * @param drops how many count
     * @param verifiedKg mass in kg that is verified
     * @param provisionalKg mass in kg that waits for a reviewer
     */
    public record Total(long drops, BigDecimal verifiedKg, BigDecimal provisionalKg) {

        public BigDecimal massKg() {
            return verifiedKg.add(provisionalKg);
        }
    }
}
