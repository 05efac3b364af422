package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.Minutes;
import org.zhuxi.governance.NewDecision;
import org.zhuxi.governance.NewMeeting;
import org.zhuxi.governance.NewSharedWork;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.Voting;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Typed;

/** Reads the forms of this module's pages. */
final class Forms {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 100_000;
    private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(1_000_000_000);

    private Forms() {}

    /** The id that a form carries, or a fresh one. */
    static UUID id(Map<String, String> fields, String name) {
        return Objects.requireNonNullElseGet(optionalId(fields, name), Ids::next);
    }

    static @Nullable UUID optionalId(Map<String, String> fields, String name) {
        try {
            var text = Typed.text(fields.get(name));
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A local day with an hour such as 19:30, or with the hour that is usual. */
    static Instant moment(Map<String, String> fields, String name, String usual) {
        var day = Typed.day(name, fields.get(name));
        var hour = Typed.text(fields.get(name + "Time"));
        try {
            return day.atTime(LocalTime.parse(hour.isEmpty() ? usual : hour))
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Mistyped.NoDay(name);
        }
    }

    static NewMeeting meeting(Map<String, String> fields, @Nullable UUID idea) {
        return new NewMeeting(
                fields.get("place"),
                idea,
                optionalId(fields, "venue"),
                Typed.choice("kind", MeetingKind.class, fields.get("kind")),
                fields.get("title"),
                moment(fields, "startsAt", "19:00"),
                fields.get("agenda"),
                fields.containsKey("online"));
    }

    static Minutes minutes(Map<String, String> fields) {
        return new Minutes(
                fields.get("minutes"),
                number(fields, "personsOnSite"),
                number(fields, "personsOnline"),
                number(fields, "satisfied"),
                number(fields, "neutral"),
                number(fields, "dissatisfied"));
    }

    static @Nullable Integer number(Map<String, String> fields, String name) {
        return Typed.text(fields.get(name)).isEmpty()
                ? null
                : (Integer) (int) Typed.whole(name, fields.get(name), 0, MOST);
    }

    /** An amount in yuan with at most two decimals, in fen; nothing typed is nothing. */
    static long fen(Map<String, String> fields, String name) {
        if (Typed.text(fields.get(name)).isEmpty()) {
            return 0;
        }
        var fen = Typed.number(name, fields.get(name), BigDecimal.ZERO, MOST_YUAN)
                .movePointRight(2)
                .stripTrailingZeros();
        if (fen.scale() > 0) {
            throw new Mistyped.NoNumber(name);
        }
        return fen.longValueExact();
    }

    static NewSharedWork work(Map<String, String> fields) {
        return new NewSharedWork(
                fields.get("place"),
                Typed.choice("kind", SharedWork.Kind.class, fields.get("kind")),
                fields.get("title"),
                fields.get("words"),
                fen(fields, "costYuan"),
                fen(fields, "subsidyYuan"),
                fen(fields, "runningYuan"),
                fields.get("coefficients"),
                fields.get("running"),
                fields.get("rows"));
    }

    static NewDecision decision(Map<String, String> fields) {
        var budget = Typed.text(fields.get("budgetYuan"));
        return new NewDecision(
                fields.get("place"),
                Typed.choice("kind", DecisionKind.class, fields.get("kind")),
                number(fields, "matter"),
                fields.get("title"),
                fields.get("words"),
                optionalId(fields, "idea"),
                number(fields, "mostChoices"),
                Typed.find(Voting.class, fields.get("voting")).orElse(null),
                budget.isEmpty() ? null : (Long) Typed.whole("budgetYuan", budget, 1, 1_000_000_000L),
                number(fields, "points"),
                moment(fields, "opensAt", "00:00"),
                moment(fields, "closesAt", "23:59"),
                options(Typed.text(fields.get("options")), "BUDGET".equals(fields.get("kind"))));
    }

    /** One option a line; in a budget the cost in yuan stands after the last comma. */
    private static List<NewDecision.NewOption> options(String text, boolean haveCosts) {
        var options = new ArrayList<NewDecision.NewOption>();
        for (var line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var comma = Math.max(line.lastIndexOf(','), line.lastIndexOf('，'));
            var cost = comma < 0 ? "" : line.substring(comma + 1).strip();
            if (!haveCosts) {
                options.add(new NewDecision.NewOption(line, null));
            } else if (comma > 0 && cost.matches("[0-9]{1,10}")) {
                options.add(new NewDecision.NewOption(line.substring(0, comma).strip(), Long.valueOf(cost)));
            } else {
                throw new GovernanceRefused.BadOption(options.size() + 1);
            }
        }
        return options;
    }

    /** The choice of a ballot form: one field, several ticked options, or points beside options. */
    static String choice(Map<String, String> fields) {
        if (fields.containsKey("choice")) {
            return Typed.text(fields.get("choice"));
        }
        var points = fields.entrySet().stream()
                .filter(it -> it.getKey().matches("points-[0-9]{1,3}"))
                .filter(it -> !Typed.text(it.getValue()).isEmpty())
                .map(it -> it.getKey().substring(7) + ":" + Typed.whole("choice", it.getValue(), 0, 1_000))
                .toList();
        var ranks = fields.entrySet().stream()
                .filter(it -> it.getKey().matches("rank-[0-9]{1,3}"))
                .filter(it -> !Typed.text(it.getValue()).isEmpty())
                .sorted(java.util.Comparator.comparingLong(it -> Typed.whole("choice", it.getValue(), 1, 200)))
                .map(it -> it.getKey().substring(5))
                .toList();
        var ticked = fields.keySet().stream()
                .filter(it -> it.matches("option-[0-9]{1,3}"))
                .map(it -> it.substring(7))
                .toList();
        return String.join(",", !points.isEmpty() ? points : !ranks.isEmpty() ? ranks : ticked);
    }
}
