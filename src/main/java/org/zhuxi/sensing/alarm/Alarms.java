package org.zhuxi.sensing.alarm;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.alarm.AlarmRuleStore;
import org.zhuxi.sensing.internal.alarm.AlarmStore;

/** Rules of alarms and the board: what stands, who took it in hand, what became of it. */
@Service
public class Alarms {

    private static final int WORDS = 500;
    private static final int MOST_MINUTES = 43_200;
    private static final int LAST_HOUR = 23;

    private final AlarmRuleStore rules;
    private final AlarmStore alarms;
    private final DeviceTemplates templates;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alarms(
            AlarmRuleStore rules,
            AlarmStore alarms,
            DeviceTemplates templates,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.alarms = alarms;
        this.templates = templates;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a rule; the same again is answered with the one that is there. It looks at readings of the last two days too.
     *
     * @throws SensingRefused.BackBeyond when the value at which it is over lies on the bad side of the threshold
     */
    @Transactional
    public AlarmRule add(Actor actor, NewAlarmRule typed) {
        var place = places.findByCode(Typed.words("place", typed.place(), WORDS))
                .filter(found -> found.community() != null)
                .orElseThrow(SensingRefused.NoPlace::new);
        actor.require(SensingPermissions.MANAGE, place.path());
        var isSilence = typed.condition() == AlarmRule.Condition.SILENT;
        requireKnown(typed, isSilence);
        var threshold = isSilence ? null : exact("threshold", Typed.required("threshold", typed.threshold()));
        var back = isSilence ? null : typed.backAt() == null ? threshold : exact("backAt", typed.backAt());
        var rule = new AlarmRule(
                typed.id(),
                Objects.requireNonNull(place.community()),
                place.code(),
                place.path(),
                typed.template(),
                typed.condition(),
                isSilence ? "" : typed.quantity(),
                threshold,
                back,
                minutes("forMinutes", typed.forMinutes(), isSilence ? 1 : 0),
                typed.fromHour(),
                typed.toHour(),
                minutes("quietMinutes", typed.quietMinutes(), 0),
                minutes("escalateMinutes", typed.escalateMinutes(), 1),
                clock.instant(),
                null,
                typed.origin());
        requireHours(rule);
        if (back != null && rule.isBeyond(back)) {
            throw new SensingRefused.BackBeyond();
        }
        return insert(actor, rule);
    }

    private void requireKnown(NewAlarmRule typed, boolean isSilence) {
        var template = templates.find(typed.template()).orElseThrow(() -> new Mistyped.NoChoice("template"));
        if (!isSilence && template.quantity(typed.quantity()).isEmpty()) {
            throw new Mistyped.NoChoice("quantity");
        }
    }

    private static BigDecimal exact(String field, BigDecimal value) {
        return Typed.exact(field, value);
    }

    private static int minutes(String field, int minutes, int least) {
        return (int) Typed.within(field, minutes, least, MOST_MINUTES);
    }

    private static void requireHours(AlarmRule rule) {
        var from = rule.fromHour();
        var to = rule.toHour();
        if ((from == null) != (to == null)) {
            throw new Mistyped.Missing(from == null ? "fromHour" : "toHour");
        }
        if (from != null && to != null) {
            Typed.within("fromHour", from, 0, LAST_HOUR);
            Typed.within("toHour", to, 0, LAST_HOUR);
        }
    }

    private AlarmRule insert(Actor actor, AlarmRule rule) {
        var known = rules.find(rule.id());
        if (known.isPresent()) {
            actor.require(SensingPermissions.MANAGE, known.get().path());
            return known.get();
        }
        rules.insert(rule, actor.account());
        events.publishEvent(new Audited(
                actor,
                "alarm-rule.added",
                rule.id().toString(),
                rule.path(),
                rule.condition().name()));
        return rule;
    }

    /** Ends a rule; alarms by it that stand are over. */
    @Transactional
    public void retire(Actor actor, UUID id) {
        var rule = rules.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(SensingPermissions.MANAGE, rule.path());
        if (rules.retire(rule, actor.account(), clock.instant())) {
            alarms.endAll(rule, actor, clock.instant());
            events.publishEvent(new Audited(actor, "alarm-rule.retired", id.toString(), rule.path(), ""));
        }
    }

    /** Rules that hold at or below a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<AlarmRule> rules(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(SensingPermissions.READ, at);
        return Slice.of(rules.list(at, limit + 1, after), limit, it -> it.id().toString());
    }

    /** Alarms at or below a place, the latest first. @param isOpenOnly without those that are over */
    @Transactional(readOnly = true)
    public Slice<Alarm> list(Actor actor, PlacePath at, boolean isOpenOnly, int limit, @Nullable UUID after) {
        actor.require(SensingPermissions.READ, at);
        return Slice.of(
                alarms.list(at, isOpenOnly, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    @Transactional(readOnly = true)
    public Alarm get(Actor actor, UUID id) {
        var alarm = alarms.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(SensingPermissions.READ, alarm.path());
        return alarm;
    }

    /** The rule an alarm was raised by, as it was then. */
    @Transactional(readOnly = true)
    public AlarmRule ruleOf(Actor actor, Alarm alarm) {
        actor.require(SensingPermissions.READ, alarm.path());
        return rules.find(alarm.rule()).orElseThrow(() -> new Refused.NotFound(alarm.rule()));
    }

    /** What became of an alarm, from the beginning. */
    @Transactional(readOnly = true)
    public List<AlarmStep> history(Actor actor, Alarm alarm) {
        actor.require(SensingPermissions.READ, alarm.path());
        return alarms.steps(alarm);
    }

    /**
     * Takes an alarm in hand; again it changes nothing.
     *
     * @throws SensingRefused.AlarmOver when there is nothing to be done any more
     */
    @Transactional
    public void acknowledge(Actor actor, UUID id, @Nullable String words) {
        var alarm = alarms.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(SensingPermissions.ANSWER, alarm.path());
        var said = Typed.optional("words", words, WORDS);
        if (alarms.acknowledge(alarm, actor, said, clock.instant())) {
            events.publishEvent(
                    new Audited(actor, "alarm.acknowledged", id.toString(), alarm.path(), alarm.deviceCode()));
        } else if (alarm.overAt() != null) {
            throw new SensingRefused.AlarmOver();
        }
    }

    /** How many alarms wait for this person: for the subdistrict those that nobody took in hand in time. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> actor.may(SensingPermissions.ANSWER, grant.place()))
                .map(Grant::place)
                .distinct()
                .mapToLong(place -> alarms.countUnanswered(place, actor.has(Role.STREET_OFFICER)))
                .sum();
    }
}
