package org.zhuxi.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;

/**
 * What a record of one kind is worth, in one version of the rule. Points are
 * {@code floor((fixed + perUnit × quantity) × factor of the grade)}, at least {@code least} when that factor is not zero.
 *
 * @param number of the rule, the same in all versions, 1 to 32,767
 * @param code stable name such as {@code waste.kitchen}
 * @param activityKind the kind of record it rewards
 * @param quantity the kind's quantity it multiplies, or null when only the fixed points count
 * @param perUnit points for each base unit of the quantity
 * @param fixed points for the record as such
 * @param least points at least, 0 for none
 * @param gradeFactors by grade; a grade that is not named, or none, counts 1
 * @param dailyCap points at most for a household on one local day, or null
 * @param validityMonths how many months after the month they are posted in points stay valid
 * @param validFrom first local day of the record on which this version holds
 * @param validTo first local day on which it holds no more, or null
 */
public record RewardRule(
        int number,
        int version,
        String code,
        String activityKind,
        Trigger trigger,
        @Nullable String quantity,
        BigDecimal perUnit,
        long fixed,
        long least,
        Map<String, BigDecimal> gradeFactors,
        @Nullable Long dailyCap,
        int validityMonths,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Names name) {

    // no record is worth more, however much it claims; the limits of its kind are far below
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    public RewardRule {
        gradeFactors = Map.copyOf(gradeFactors);
    }

    /** When a record earns its points. */
    public enum Trigger {
        /** As soon as it is kept. */
        RECORDED,
        /** Only when it has been verified. */
        VERIFIED
    }

    /** Whether this version may hold on that day; a later version that has begun takes its place. */
    public boolean coversDay(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Points for such a record before the day's limit; 0 when it earns none. */
    public long pointsFor(Activity activity) {
        var measured =
                quantity == null ? BigDecimal.ZERO : activity.quantities().getOrDefault(quantity, BigDecimal.ZERO);
        var base = perUnit.multiply(measured).add(BigDecimal.valueOf(fixed));
        var factor =
                activity.grade() == null ? BigDecimal.ONE : gradeFactors.getOrDefault(activity.grade(), BigDecimal.ONE);
        var worth = base.multiply(factor);
        if (worth.signum() <= 0) {
            return 0;
        }
        return Math.max(least, worth.min(MOST).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    /** The last day on which points posted on that day are valid. */
    public LocalDate lastValidDay(LocalDate postedOn) {
        return lastValidDay(postedOn, validityMonths);
    }

    static LocalDate lastValidDay(LocalDate postedOn, int months) {
        return YearMonth.from(postedOn).plusMonths(months).atEndOfMonth();
    }

    /** The id of the posting by which this rule rewards a record: always the same, so that it is posted once. */
    public UUID postingFor(UUID activity) {
        return Ids.derived(activity, "reward/" + Objects.requireNonNull(code));
    }
}
