package org.zhuxi.sensing.internal.device;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.DeviceReading;

/** Reads a line of a table of readings. */
final class ReadingLine {

    private ReadingLine() {}

    /** @throws Mistyped when a cell cannot be read */
    static DeviceReading read(String[] heads, String[] cells) {
        if (heads.length != cells.length) {
            throw new Mistyped.Missing("sequence");
        }
        long sequence = -1;
        Instant at = null;
        var values = new HashMap<String, BigDecimal>();
        for (var i = 0; i < heads.length; i++) {
            var head = heads[i].strip();
            if (head.equals("sequence")) {
                sequence = Typed.whole("sequence", cells[i], 0, Long.MAX_VALUE);
            } else if (head.equals("at")) {
                at = cells[i].isBlank() ? null : moment(cells[i].strip());
            } else if (!cells[i].isBlank()) {
                values.put(head, Typed.number(head, cells[i]));
            }
        }
        return new DeviceReading(sequence, at, values);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Mistyped.NoDay("at");
        }
    }
}
