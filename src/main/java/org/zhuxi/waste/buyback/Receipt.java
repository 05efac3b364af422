package org.zhuxi.waste.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;

/**
 * A receipt, never changed.
 *
 * @param month the month in which it is settled: that of its day, or the next one that was still open
 * @param number within the recycler's month, from 1 without gaps
 * @param reverses the receipt this one takes back, or null
 * @param reversedBy the receipt that took this one back, or null
 * @param reason of a reversal; otherwise empty
 */
public record Receipt(
        UUID id,
        RecyclerRef recycler,
        String recyclerName,
        YearMonth month,
        int number,
        HouseholdRef household,
        @Nullable UUID site,
        Instant at,
        LocalDate day,
        Quote quote,
        Payment payment,
        @Nullable UUID drop,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy,
        String reason,
        UUID recordedBy,
        Origin origin) {

    /** Fen that were paid; below zero in a reversal. */
    public long amountFen() {
        return quote.amountFen();
    }

    /** Whether it is the counter-entry of another. */
    public boolean isReversal() {
        return reverses != null;
    }

    /** What is printed, such as {@code 202611-00042}. */
    public String printedNumber() {
        return "%d%02d-%05d".formatted(month.getYear(), month.getMonthValue(), number);
    }
}
