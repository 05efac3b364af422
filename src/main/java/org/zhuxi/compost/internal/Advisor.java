package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.compost.Advice;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.CompostUnit;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Finding;
import org.zhuxi.compost.LogEntry;
import org.zhuxi.compost.Method;

/**
 * What to do today, from the last entries of a unit. Temperatures are those of the Composting Handbook (54–60 °C ideal, 43–66 °C
 * acceptable) and of Cornell Composting; the page names the source of each.
 */
public final class Advisor {

    private static final BigDecimal TOO_HOT = BigDecimal.valueOf(65);
    private static final BigDecimal HOT = BigDecimal.valueOf(50);
    private static final BigDecimal COOLING = BigDecimal.valueOf(45);
    private static final BigDecimal WORMS_SUFFER = BigDecimal.valueOf(30);
    private static final int MEASURE_DAYS = 2;
    private static final int COLD_DAYS = 7;
    private static final int CURE_AFTER_DAYS = 21;
    private static final int SCREEN_AFTER_DAYS = 30;
    private static final int DRAIN_DAYS = 2;
    private static final int BOKASHI_DAYS = 14;

    private final CompostUnit unit;
    private final List<LogEntry> log;
    private final LocalDate today;
    private final List<Advice> found = new ArrayList<>();

    private Advisor(CompostUnit unit, List<LogEntry> log, LocalDate today) {
        this.unit = unit;
        this.log = log;
        this.today = today;
    }

    /** @param log recent entries of the unit, the latest first */
    public static List<Advice> advise(CompostUnit unit, @Nullable Batch batch, List<LogEntry> log, LocalDate today) {
        var advisor = new Advisor(unit, log, today);
        if (batch == null) {
            return List.of(Advice.soon("empty"));
        }
        advisor.senses();
        if (unit.method().isHot()) {
            advisor.heat(batch);
        } else if (unit.method() == Method.VERMI) {
            advisor.worms();
        } else if (unit.method() == Method.BOKASHI) {
            advisor.bokashi(batch);
        }
        return advisor.found.stream()
                .sorted(Comparator.comparing(Advice::urgent).reversed())
                .toList();
    }

    private Optional<LogEntry> last(EntryKind kind) {
        return log.stream().filter(it -> it.kind() == kind).findFirst();
    }

    /** The last finding of a kind, unless the heap was turned since. */
    private @Nullable Finding lastFinding(EntryKind kind) {
        var turned = last(EntryKind.TURN);
        return last(kind)
                .filter(it -> turned.isEmpty() || !turned.get().occurredAt().isAfter(it.occurredAt()))
                .map(LogEntry::finding)
                .orElse(null);
    }

    private void senses() {
        if (lastFinding(EntryKind.SQUEEZE) == Finding.DRY && !wateredSince(EntryKind.SQUEEZE)) {
            found.add(Advice.now("water"));
        }
        if (lastFinding(EntryKind.SQUEEZE) == Finding.WET) {
            found.add(Advice.now("browns"));
        }
        var smell = lastFinding(EntryKind.SMELL);
        if (smell == Finding.AMMONIA) {
            found.add(Advice.now("ammonia"));
        } else if (smell == Finding.ROTTEN) {
            found.add(Advice.now("rotten"));
        } else if (smell == Finding.SOUR && unit.method() != Method.BOKASHI) {
            found.add(Advice.now("sour"));
        }
        if (lastFinding(EntryKind.LEACHATE) == Finding.MUCH) {
            found.add(Advice.now("leachate"));
        }
        var pests = last(EntryKind.PESTS).map(LogEntry::finding).orElse(null);
        if (pests == Finding.RATS) {
            found.add(Advice.now("rats"));
        } else if (pests == Finding.FLIES) {
            found.add(Advice.soon("flies"));
        }
    }

    private boolean wateredSince(EntryKind kind) {
        var since = last(kind).orElseThrow().occurredAt();
        return last(EntryKind.WATER)
                .filter(it -> it.occurredAt().isAfter(since))
                .isPresent();
    }

    private void heat(Batch batch) {
        var readings =
                log.stream().filter(it -> it.kind() == EntryKind.TEMPERATURE).toList();
        var age = ChronoUnit.DAYS.between(batch.startedOn(), today);
        if (batch.state() == BatchState.CURING) {
            if (age > SCREEN_AFTER_DAYS) {
                found.add(Advice.soon("screen", age));
            }
            return;
        }
        if (readings.isEmpty() || daysSince(readings.getFirst()) >= MEASURE_DAYS) {
            found.add(Advice.now("measure", readings.isEmpty() ? age : daysSince(readings.getFirst())));
        }
        if (readings.isEmpty()) {
            return;
        }
        var latest = readings.getFirst();
        var core = celsius(latest);
        var wasHot = readings.stream().skip(1).anyMatch(it -> celsius(it).compareTo(HOT) >= 0);
        var turned = last(EntryKind.TURN)
                .filter(it -> it.occurredAt().isAfter(latest.occurredAt()))
                .isPresent();
        if (turned) {
            return;
        }
        if (core.compareTo(TOO_HOT) > 0) {
            found.add(Advice.now("turn-hot", core, TOO_HOT));
        } else if (core.compareTo(COOLING) < 0 && wasHot && age <= CURE_AFTER_DAYS) {
            found.add(Advice.now("turn-cooling", core, COOLING));
        } else if (core.compareTo(COOLING) < 0 && age > CURE_AFTER_DAYS) {
            found.add(Advice.soon("cure", core, age));
        } else if (core.compareTo(COOLING) < 0 && age >= COLD_DAYS) {
            found.add(Advice.soon("cold", core, age));
        }
    }

    private void worms() {
        last(EntryKind.TEMPERATURE)
                .filter(it -> celsius(it).compareTo(WORMS_SUFFER) > 0)
                .ifPresent(it -> found.add(Advice.now("worms-hot", celsius(it), WORMS_SUFFER)));
    }

    private void bokashi(Batch batch) {
        if (last(EntryKind.LEACHATE).filter(it -> daysSince(it) < DRAIN_DAYS).isEmpty()) {
            found.add(Advice.soon("drain", DRAIN_DAYS));
        }
        var age = ChronoUnit.DAYS.between(batch.startedOn(), today);
        if (age >= BOKASHI_DAYS) {
            found.add(Advice.soon("bokashi-done", age));
        }
    }

    private static BigDecimal celsius(LogEntry entry) {
        return java.util.Objects.requireNonNull(entry.coreCelsius());
    }

    private long daysSince(LogEntry entry) {
        return ChronoUnit.DAYS.between(entry.day(), today);
    }
}
