package org.zhuxi.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Period;

/**
 * A month or a year for which values are kept; written 2026-09 or 2026.
 *
 * @param month null for the whole year
 */
public record ReportPeriod(int year, @Nullable Integer month) implements Comparable<ReportPeriod> {

    private static final Pattern FORM = Pattern.compile("(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?");
    private static final int CODE_OF_YEAR = 4;
    private static final int MONTHS = 12;

    public ReportPeriod {
        if (month != null && (month < 1 || month > MONTHS)) {
            throw new DateTimeException("Not a month: " + month);
        }
    }

    public static ReportPeriod of(YearMonth month) {
        return new ReportPeriod(month.getYear(), month.getMonthValue());
    }

    public static ReportPeriod of(Year year) {
        return new ReportPeriod(year.getValue(), null);
    }

    /** Reads 2026-09 or 2026; empty when it is neither. */
    public static Optional<ReportPeriod> parse(@Nullable String typed) {
        if (typed == null || !FORM.matcher(typed.strip()).matches()) {
            return Optional.empty();
        }
        var text = typed.strip();
        return Optional.of(text.length() == CODE_OF_YEAR ? of(Year.parse(text)) : of(YearMonth.parse(text)));
    }

    public String code() {
        return month == null ? "%04d".formatted(year) : "%04d-%02d".formatted(year, month);
    }

    public boolean isYear() {
        return month == null;
    }

    /** The year it lies in. */
    public ReportPeriod wholeYear() {
        return new ReportPeriod(year, null);
    }

    public Period days() {
        var from = LocalDate.of(year, month == null ? 1 : month, 1);
        return new Period(from, month == null ? from.plusYears(1) : from.plusMonths(1));
    }

    /** The period of the same length before it. */
    public ReportPeriod before() {
        return month == null
                ? new ReportPeriod(year - 1, null)
                : of(YearMonth.of(year, month).minusMonths(1));
    }

    /** So many periods of the same length that end with this one, the oldest first. */
    public Stream<ReportPeriod> upToHere(int count) {
        return IntStream.rangeClosed(1 - count, 0)
                .mapToObj(back -> month == null
                        ? new ReportPeriod(year + back, null)
                        : of(YearMonth.of(year, month).plusMonths(back)));
    }

    @Override
    public int compareTo(ReportPeriod other) {
        return code().compareTo(other.code());
    }

    @Override
    public String toString() {
        return code();
    }
}
