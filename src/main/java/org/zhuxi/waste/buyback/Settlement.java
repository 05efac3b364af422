package org.zhuxi.waste.buyback;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recycler took and paid in a community in a month, reversals taken off.
 *
 * @param receipts how many receipts, reversals included
 * @param closedAt when finance closed it; null while it is open and can still grow
 */
public record Settlement(
        RecyclerRef recycler,
        String recyclerName,
        YearMonth month,
        int receipts,
        List<Line> lines,
        @Nullable Instant closedAt) {

    public Settlement {
        lines = List.copyOf(lines);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public long amountFen() {
        return lines.stream().mapToLong(Line::amountFen).reduce(0, Math::addExact);
    }

    public long massG() {
        return lines.stream().mapToLong(Line::massG).reduce(0, Math::addExact);
    }

    /** @param entries lines of receipts that it sums */
    public record Line(Material material, long massG, long amountFen, long entries) {}
}
