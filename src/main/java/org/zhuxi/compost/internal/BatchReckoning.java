package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.LogEntry;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.compost.process.MassBalance;
import org.zhuxi.compost.process.MassBalance.Flow;
import org.zhuxi.compost.process.Sanitisation;
import org.zhuxi.compost.process.Sanitisation.Day;

/** What follows from the log of a batch: its mass balance and its days of heat. */
@Component
public class BatchReckoning {

    private static final BigDecimal WATER = BigDecimal.valueOf(100);

    private final Tables tables;

    BatchReckoning(Tables tables) {
        this.tables = tables;
    }

    /** In and out by weight; a litre of water weighs a kilogram. */
    public MassBalance balance(Batch batch, List<LogEntry> entries) {
        var in = new ArrayList<Flow>();
        var out = new ArrayList<Flow>();
        for (var entry : entries) {
            var kg = entry.massKg();
            switch (entry.kind()) {
                case FEED -> {
                    if (kg != null) {
                        in.add(new Flow(kg, moisture(entry)));
                    }
                }
                case WATER -> in.add(new Flow(kg == null ? Objects.requireNonNull(entry.litres()) : kg, WATER));
                case OUTPUT, REJECT -> out.add(new Flow(Objects.requireNonNull(kg), batch.outMoisturePercent()));
                case TURN, TEMPERATURE, SQUEEZE, SMELL, LEACHATE, PESTS, PHOTO -> {}
            }
        }
        return MassBalance.of(in, out);
    }

    private @Nullable BigDecimal moisture(LogEntry entry) {
        return tables.feedstock(Objects.requireNonNull(entry.material()))
                .map(Feedstock::moisturePercent)
                .map(BigDecimal::valueOf)
                .orElse(null);
    }

    /** Whether what was fed is waste that is treated, and not something added for structure. */
    public boolean isTreated(LogEntry entry) {
        return entry.kind() == EntryKind.FEED
                && tables.feedstock(Objects.requireNonNull(entry.material())).stream()
                        .anyMatch(it -> it.stream() != Feedstock.Stream.BULKING);
    }

    /** The days of a batch: the lowest reading of all its points, and how often it was turned. */
    public static List<Day> days(List<LogEntry> entries, int probes) {
        var lowest = new TreeMap<LocalDate, Map<Integer, Double>>();
        var turned = new HashMap<LocalDate, Integer>();
        for (var entry : entries) {
            if (entry.kind() == EntryKind.TEMPERATURE) {
                var points = lowest.computeIfAbsent(entry.day(), day -> new HashMap<>());
                read(points, 0, entry.coreCelsius());
                read(points, 1, entry.edgeCelsius());
                read(points, 2, entry.baseCelsius());
            } else if (entry.kind() == EntryKind.TURN) {
                turned.merge(entry.day(), 1, Integer::sum);
                lowest.computeIfAbsent(entry.day(), day -> new HashMap<>());
            }
        }
        return lowest.entrySet().stream()
                .map(it -> new Day(
                        it.getKey(), Sanitisation.lowest(it.getValue(), probes), turned.getOrDefault(it.getKey(), 0)))
                .toList();
    }

    private static void read(Map<Integer, Double> points, int point, @Nullable BigDecimal celsius) {
        if (celsius != null) {
            points.merge(point, celsius.doubleValue(), Math::min);
        }
    }
}
