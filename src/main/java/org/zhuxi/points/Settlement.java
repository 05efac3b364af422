package org.zhuxi.points;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What a shop is owed for a month (结算单).
 *
 * @param isClosed whether finance has closed it; then it never changes
 * @param pieces handed over, less those that came back
 * @param points of them
 * @param amountFen what the shop is owed, corrections included
 */
public record Settlement(
        YearMonth month, boolean isClosed, List<Line> lines, long pieces, long points, long amountFen) {

    public Settlement {
        lines = List.copyOf(lines);
    }

    /** What a line counts. */
    public enum Kind {
        CAPTURED,
        /** Goods that came back: pieces, points and fen are negative. */
        REFUNDED,
        /** Something that was wrong with an earlier month. */
        CORRECTED
    }

    /** @param fenPerPoint as agreed on the day; null for a correction, or while nobody has agreed on one */
    public record Line(
            Kind kind,
            Names name,
            long pieces,
            long points,
            @Nullable Long fenPerPoint,
            long amountFen,
            String note) {}

    /** Adds lines up. */
    public static Settlement of(YearMonth month, boolean isClosed, List<Line> lines) {
        long pieces = 0;
        long points = 0;
        long amountFen = 0;
        for (var line : lines) {
            pieces = Math.addExact(pieces, line.pieces());
            points = Math.addExact(points, line.points());
            amountFen = Math.addExact(amountFen, line.amountFen());
        }
        return new Settlement(month, isClosed, lines, pieces, points, amountFen);
    }

    /** Whether every line but corrections has a rate. */
    public boolean hasAllRates() {
        return lines.stream().allMatch(line -> line.kind() == Kind.CORRECTED || line.fenPerPoint() != null);
    }
}
