package org.zhuxi.sensing.internal.alarm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.alarm.Alarm;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.AlarmStep;
import org.zhuxi.sensing.alarm.Alarms;
import org.zhuxi.sensing.alarm.NewAlarmRule;

/** Alarms and their rules for programs. */
@RestController
@RequestMapping("/api/v1")
class AlarmsApi {

    private static final int PAGE = 100;
    private static final int HOUR = 60;

    private final Alarms alarms;
    private final WorkPlaces work;

    AlarmsApi(Alarms alarms, WorkPlaces work) {
        this.alarms = alarms;
        this.work = work;
    }

    record AlarmItems(List<Alarm> items, @Nullable String next) {}

    @GetMapping("/alarms")
    AlarmItems list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String all,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = alarms.list(actor, at.path(), !"on".equals(all), PAGE, after);
        return new AlarmItems(found.items(), found.next());
    }

    record Shown(Alarm alarm, Alarm.State state, List<AlarmStep> steps) {}

    @GetMapping("/alarms/{id}")
    Shown get(Actor actor, @PathVariable UUID id) {
        var alarm = alarms.get(actor, id);
        return new Shown(alarm, alarm.state(), alarms.history(actor, alarm));
    }

    record Acknowledgement(@Nullable String words) {}

    @PostMapping("/alarms/{id}/acknowledgement")
    Shown acknowledge(Actor actor, @PathVariable UUID id, @RequestBody Acknowledgement body) {
        alarms.acknowledge(actor, id, body.words());
        return get(actor, id);
    }

    record RuleItems(List<AlarmRule> items, @Nullable String next) {}

    @GetMapping("/alarm-rules")
    RuleItems rules(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = alarms.rules(actor, at.path(), PAGE, after);
        return new RuleItems(found.items(), found.next());
    }

    record Added(
            @Nullable String place,
            @Nullable String template,
            @Nullable String condition,
            @Nullable String quantity,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal backAt,
            @Nullable Integer forMinutes,
            @Nullable Integer fromHour,
            @Nullable Integer toHour,
            @Nullable Integer quietMinutes,
            @Nullable Integer escalateMinutes) {}

    @PutMapping("/alarm-rules/{id}")
    AlarmRule add(Actor actor, @PathVariable UUID id, @RequestBody Added body) {
        return alarms.add(
                actor,
                new NewAlarmRule(
                        id,
                        Typed.text(body.place()),
                        Typed.text(body.template()),
                        Typed.choice("condition", AlarmRule.Condition.class, body.condition()),
                        Typed.text(body.quantity()),
                        body.threshold(),
                        body.backAt(),
                        Objects.requireNonNullElse(body.forMinutes(), 0),
                        body.fromHour(),
                        body.toHour(),
                        Objects.requireNonNullElse(body.quietMinutes(), 0),
                        Objects.requireNonNullElse(body.escalateMinutes(), HOUR),
                        Origin.RECORDED));
    }

    @PostMapping("/alarm-rules/{id}/retirement")
    void retire(Actor actor, @PathVariable UUID id) {
        alarms.retire(actor, id);
    }
}
