package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes moments as {@link java.time.Instant#toString} does, straight as bytes; a page holds thousands of them. */
final class UtcText {

    private static final int MILLI = 1_000_000;
    private static final int MICRO = 1_000;

    private UtcText() {}

    /** Most bytes that a moment takes. */
    static final int LENGTH = 40;

    /** @return the place after its last byte */
    static int put(byte[] to, int from, OffsetDateTime moment) {
        var utc = moment.withOffsetSameInstant(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9_999) {
            var text = utc.toInstant().toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, to, from, text.length);
            return from + text.length;
        }
        var at = digits(to, from, utc.getYear(), 4);
        to[at] = '-';
        at = digits(to, at + 1, utc.getMonthValue(), 2);
        to[at] = '-';
        at = digits(to, at + 1, utc.getDayOfMonth(), 2);
        to[at] = 'T';
        at = digits(to, at + 1, utc.getHour(), 2);
        to[at] = ':';
        at = digits(to, at + 1, utc.getMinute(), 2);
        to[at] = ':';
        at = fraction(to, digits(to, at + 1, utc.getSecond(), 2), utc.getNano());
        to[at] = 'Z';
        return at + 1;
    }

    /** None, three, six or nine digits. */
    private static int fraction(byte[] to, int from, int nanos) {
        if (nanos == 0) {
            return from;
        }
        to[from] = '.';
        if (nanos % MILLI == 0) {
            return digits(to, from + 1, nanos / MILLI, 3);
        }
        return nanos % MICRO == 0 ? digits(to, from + 1, nanos / MICRO, 6) : digits(to, from + 1, nanos, 9);
    }

    static int digits(byte[] to, int from, long number, int count) {
        var rest = number;
        for (var at = from + count - 1; at >= from; at--) {
            to[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return from + count;
    }
}
