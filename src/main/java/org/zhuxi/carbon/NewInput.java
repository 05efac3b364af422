package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody states it.
 *
 * @param amount null when it is to be read from the records of the place and period
 * @param unit by UCUM, such as kg, t, kWh, m3, t.km
 * @param source where it is written, such as a weighing list; may be empty for records
 * @param earlier amounts of earlier years in the same unit, for yearly accounting of landfill gas
 */
public record NewInput(
        Line line,
        @Nullable BigDecimal amount,
        String unit,
        Quality quality,
        String source,
        Map<Integer, BigDecimal> earlier) {

    /** Most characters of a source. */
    public static final int SOURCE = 300;

    public NewInput {
        earlier = Map.copyOf(earlier);
    }

    /** An amount of this period alone. */
    public static NewInput of(Line line, String amount, String unit, Quality quality, String source) {
        return new NewInput(line, new BigDecimal(amount), unit, quality, source, Map.of());
    }

    /** What the records of the place and period add up to. */
    public static NewInput fromRecords(Line line) {
        return new NewInput(line, null, line.unit(), Quality.RECORDED, "", Map.of());
    }
}
