package org.zhuxi.compost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A year of an institution's ledger; masses in kg.
 *
 * @param months those with anything in them, the first first
 * @param byDestination what went where
 */
public record LedgerYear(
        Institution institution, int year, List<Month> months, Map<WasteLine.Destination, BigDecimal> byDestination) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

    public LedgerYear {
        months = List.copyOf(months);
        byDestination = Map.copyOf(byDestination);
    }

    /**
     * @param counted visitors, stalls, pupils or staff of the month, or null when nobody counted them
     * @param isConfirmed whether somebody who recorded nothing of it found it right
     */
    public record Month(
            YearMonth month,
            BigDecimal generatedKg,
            BigDecimal divertedKg,
            @Nullable Long counted,
            boolean isConfirmed) {

        /** What was neither burnt nor buried, in %; null when there was nothing. */
        public @Nullable BigDecimal divertedPercent() {
            return percent(divertedKg, generatedKg);
        }
    }

    public BigDecimal generatedKg() {
        return sum(byDestination.values());
    }

    public BigDecimal divertedKg() {
        return byDestination.entrySet().stream()
                .filter(it -> it.getKey().isDiverted())
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Iterable<BigDecimal> masses) {
        var sum = BigDecimal.ZERO;
        for (var mass : masses) {
            sum = sum.add(mass);
        }
        return sum;
    }

    /** What was neither burnt nor buried, in % with two decimals, rounded down; null when there was nothing. */
    public @Nullable BigDecimal divertedPercent() {
        return percent(divertedKg(), generatedKg());
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.DOWN);
    }

    /** All visitors, or stalls and months, of the months in which they were counted. */
    public long counted() {
        var counted = 0L;
        for (var month : months) {
            var of = month.counted();
            counted += of == null ? 0 : of;
        }
        return counted;
    }

    /**
     * What was burnt or buried for each visitor (or stall and month) in g, one decimal, of the months in which they were
     * counted; null when nobody counted.
     */
    public @Nullable BigDecimal residueGramsEach() {
        var known = months.stream().filter(it -> it.counted() != null).toList();
        var counted = counted();
        if (counted == 0) {
            return null;
        }
        return sum(known.stream()
                        .map(it -> it.generatedKg().subtract(it.divertedKg()))
                        .toList())
                .multiply(GRAMS)
                .divide(BigDecimal.valueOf(counted), 1, RoundingMode.HALF_UP);
    }
}
