package org.zhuxi.sensing.internal.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.NewMeter;

/** Reads the forms of meters. */
final class MeterForm {

    private static final BigDecimal MOST = new BigDecimal("99999999999");

    private MeterForm() {}

    static NewMeter meter(Map<String, String> fields) {
        return new NewMeter(
                Forms.id(fields.get("id")),
                Typed.choice("kind", MeterKind.class, fields.get("kind")),
                Typed.text(fields.get("place")),
                fields.containsKey("household"),
                Typed.text(fields.get("name")),
                capacity(fields.get("capacity")),
                Typed.day("since", fields.get("since")),
                Origin.RECORDED);
    }

    /** The meter that takes the place of one: its kind and place are those of the old one. */
    static NewMeter successor(Meter old, Map<String, String> fields) {
        return new NewMeter(
                Forms.id(fields.get("id")),
                old.kind(),
                old.place(),
                old.household() != null,
                Typed.text(fields.get("name")),
                capacity(fields.get("capacity")),
                Typed.day("since", fields.get("since")),
                Origin.RECORDED);
    }

    static MeterReading reading(UUID meter, Map<String, String> fields) {
        return new MeterReading(
                Forms.id(fields.get("id")),
                meter,
                Typed.day("day", fields.get("day")),
                Typed.number("value", fields.get("value"), BigDecimal.ZERO, MOST),
                fields.containsKey("rolledOver"),
                Origin.RECORDED);
    }

    /** The days asked for, or these. */
    static Period period(@Nullable String from, @Nullable String to, Period usual) {
        LocalDate first = Typed.optionalDay("from", from).orElse(usual.from());
        LocalDate last = Typed.optionalDay("to", to).orElse(usual.to());
        if (!first.isBefore(last)) {
            throw new SensingRefused.NoPeriod();
        }
        return new Period(first, last);
    }

    private static @Nullable BigDecimal capacity(@Nullable String typed) {
        return Typed.text(typed).isEmpty() ? null : Typed.number("capacity", typed, BigDecimal.ONE, MOST);
    }
}
