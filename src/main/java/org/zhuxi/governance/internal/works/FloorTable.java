package org.zhuxi.governance.internal.works;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Coefficients of floors, in thousandths. An empty table gives every floor the same. */
public record FloorTable(Map<Integer, Long> milli) {

    private static final Pattern ENTRY = Pattern.compile("(-?[0-9]{1,3})[:：]([0-9]{1,2}(?:\\.[0-9]{1,3})?)");

    public FloorTable {
        milli = Map.copyOf(milli);
    }

    /** Reads {@code 1:0 2:0.5}; empty when a piece cannot be read or a floor stands twice. */
    public static Optional<FloorTable> read(String text) {
        var milli = new TreeMap<Integer, Long>();
        for (var piece : text.strip().split("[\\s,，;；]+", -1)) {
            var entry = ENTRY.matcher(piece);
            if (piece.isEmpty()) {
                continue;
            }
            if (!entry.matches()
                    || milli.put(
                                    Integer.valueOf(entry.group(1)),
                                    new BigDecimal(entry.group(2))
                                            .movePointRight(3)
                                            .longValueExact())
                            != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new FloorTable(milli));
    }

    /** The coefficient of a floor; empty when the table does not say. */
    public Optional<Long> of(int floor) {
        return milli.isEmpty()
                ? Optional.of((long) CostShares.COEFFICIENT_UNIT)
                : Optional.ofNullable(milli.get(floor));
    }
}
