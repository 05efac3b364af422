package org.zhuxi.sensing.internal.alarm;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.Watching;

/**
 * Steps through what rules have not seen, a transaction a rule; raises, ends and hands up alarms. A reading that comes late, after a
 * newer one was seen, raises nothing.
 */
@Component
public class AlarmWatch {

    private static final int MOST_READINGS = 20_000;
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final AlarmRuleStore rules;
    private final WatchStore store;
    private final AlarmStore alarms;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;

    AlarmWatch(
            AlarmRuleStore rules,
            WatchStore store,
            AlarmStore alarms,
            Places places,
            TransactionOperations transactions,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.alarms = alarms;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at everything. @return how many alarms were handed up because nobody took them in hand */
    public int look() {
        transactions.executeWithoutResult(transaction -> alarms.endOfRetired(clock.instant()));
        for (var rule : rules.live()) {
            transactions.executeWithoutResult(transaction -> look(rule));
        }
        var escalated = transactions.execute(transaction -> alarms.escalate(clock.instant()));
        return escalated == null ? 0 : escalated;
    }

    private void look(AlarmRule rule) {
        var now = clock.instant();
        var devices = store.watched(rule, rule.addedAt().minus(LOOK_BACK));
        if (rule.condition() == AlarmRule.Condition.SILENT) {
            devices.forEach(device -> settle(
                    rule,
                    device,
                    device.watching().afterSilence(rule, device.lastMessage(), now),
                    new Seen(now, null, device.lastMessage())));
        } else {
            read(rule, devices, now);
        }
    }

    private void read(AlarmRule rule, List<WatchStore.Watched> devices, Instant now) {
        var zone = places.getCommunity(rule.community()).zone();
        var byDevice = new HashMap<UUID, List<WatchStore.Reading>>();
        store.unread(devices, now, MOST_READINGS)
                .forEach(reading -> byDevice.computeIfAbsent(reading.device(), any -> new ArrayList<>())
                        .add(reading));
        devices.forEach(device -> step(rule, device, byDevice.getOrDefault(device.id(), List.of()), zone));
    }

    private void step(AlarmRule rule, WatchStore.Watched device, List<WatchStore.Reading> readings, ZoneId zone) {
        var at = device;
        for (var reading : readings) {
            var next = at.watching()
                    .after(
                            rule,
                            reading.at(),
                            reading.value(),
                            reading.at().atZone(zone).getHour());
            at = settle(rule, at, next, new Seen(reading.at(), reading.value(), reading.at()));
        }
        if (!readings.isEmpty()) {
            store.keep(rule, device.id(), at.readUntil(), at.watching());
        }
    }

    /** @param value that was seen @param began when the condition began, where the watching does not say */
    private record Seen(Instant at, @Nullable BigDecimal value, Instant began) {}

    private WatchStore.Watched settle(AlarmRule rule, WatchStore.Watched device, Watching next, Seen seen) {
        var before = device.watching();
        if (next.isRaised() && !before.isRaised()) {
            var since = next.holdsSince();
            alarms.raise(rule, device, since == null ? seen.began() : since, seen.value(), clock.instant());
        } else if (!next.isRaised() && before.isRaised()) {
            alarms.end(rule, device.id(), seen.at(), clock.instant());
        }
        if (rule.condition() == AlarmRule.Condition.SILENT && !next.equals(before)) {
            store.keep(rule, device.id(), seen.at(), next);
        }
        return new WatchStore.Watched(
                device.id(),
                device.code(),
                device.name(),
                device.path(),
                device.origin(),
                device.stream(),
                device.lastMessage(),
                seen.at(),
                next);
    }
}
