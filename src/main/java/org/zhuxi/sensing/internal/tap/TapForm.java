package org.zhuxi.sensing.internal.tap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.internal.Forms;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.TapTurn;

/** Reads the forms of taps; what is recorded is chosen as {@code quantity/kind}. */
final class TapForm {

    private static final BigDecimal MOST = new BigDecimal("99999999999");

    private TapForm() {}

    static NewTap tap(Map<String, String> fields) {
        var what = Typed.words("what", fields.get("what"), 100).split("/", 2);
        return new NewTap(
                Forms.id(fields.get("id")),
                Typed.text(fields.get("device")),
                what[0],
                what.length == 2 ? what[1] : "",
                reckoning(fields),
                Typed.optionalDay("since", fields.get("since")).orElse(null),
                Origin.RECORDED);
    }

    private static Reckoning reckoning(Map<String, String> fields) {
        return switch (Typed.choice("reckoning", Reckoning.Way.class, fields.get("reckoning"))) {
            case WEIGHING ->
                new Reckoning.Weighing(
                        Typed.number("least", fields.get("least")),
                        (int) Typed.whole("settleSeconds", usual(fields.get("settleSeconds")), 0, 3_600),
                        Typed.number("tolerance", usual(fields.get("tolerance"))));
            case COUNTER -> new Reckoning.Counter(capacity(fields.get("capacity")));
        };
    }

    private static String usual(@Nullable String typed) {
        var text = Typed.text(typed);
        return text.isEmpty() ? "0" : text;
    }

    private static @Nullable BigDecimal capacity(@Nullable String typed) {
        return Typed.text(typed).isEmpty() ? null : Typed.number("capacity", typed, BigDecimal.ONE, MOST);
    }

    static TapTurn turn(Map<String, String> fields) {
        return new TapTurn(
                moment(fields.get("at")),
                Typed.number("last", fields.get("last"), BigDecimal.ZERO, MOST),
                Typed.number("first", usual(fields.get("first")), BigDecimal.ZERO, MOST));
    }

    static Instant moment(@Nullable String typed) {
        try {
            return Instant.parse(Typed.text(typed));
        } catch (DateTimeException e) {
            throw new Mistyped.NoChoice("at");
        }
    }
}
