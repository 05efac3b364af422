package org.zhuxi.sensing.internal.alarm;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.NewAlarmRule;
import org.zhuxi.sensing.internal.Forms;

/** Reads the form of a rule; what is watched is chosen as {@code template/quantity}. */
final class AlarmForm {

    private static final int MOST_MINUTES = 43_200;
    private static final int LAST_HOUR = 23;

    private AlarmForm() {}

    static NewAlarmRule rule(Map<String, String> fields) {
        var what = Typed.words("what", fields.get("what"), 100).split("/", 2);
        var condition = Typed.choice("condition", AlarmRule.Condition.class, fields.get("condition"));
        return new NewAlarmRule(
                Forms.id(fields.get("id")),
                Typed.text(fields.get("place")),
                what[0],
                condition,
                what.length == 2 ? what[1] : "",
                condition == AlarmRule.Condition.SILENT ? null : Typed.number("threshold", fields.get("threshold")),
                number("backAt", fields.get("backAt")),
                minutes("forMinutes", fields, "0"),
                hour("fromHour", fields.get("fromHour")),
                hour("toHour", fields.get("toHour")),
                minutes("quietMinutes", fields, "0"),
                minutes("escalateMinutes", fields, "60"),
                Origin.RECORDED);
    }

    private static @Nullable BigDecimal number(String field, @Nullable String typed) {
        return Typed.text(typed).isEmpty() ? null : Typed.number(field, typed);
    }

    private static @Nullable Integer hour(String field, @Nullable String typed) {
        return Typed.text(typed).isEmpty() ? null : (int) Typed.whole(field, typed, 0, LAST_HOUR);
    }

    private static int minutes(String field, Map<String, String> fields, String usual) {
        var typed = Typed.text(fields.get(field));
        return (int) Typed.whole(field, typed.isEmpty() ? usual : typed, 0, MOST_MINUTES);
    }
}
