package org.zhuxi.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentCounts;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.NewCycle;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.SyntheticResults;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.MeasureEntry;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.indicator.SyntheticValues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Places;
import org.zhuxi.report.ReportPapers;
import org.zhuxi.report.Reports;

/** A cycle of a made-up country, through the same services as a real one. */
@Component
class MadeUpCycle {

    /** How many measures each community gives. */
    static final int MEASURES = 40;

    private static final String NATION = "000000000000";
    private static final String STANDARD = "GC2020";
    private static final String ATTAINMENT = "assessment.attainment.rate";
    private static final UUID CHECKER = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0003L);

    /** Bounds of values; a part never exceeds its whole. */
    private static final Map<String, long[]> BOUNDS = Map.of(
            "estate.count", new long[] {6, 6},
            "estate.sorting", new long[] {4, 6},
            "estate.property", new long[] {4, 6},
            "noise.received", new long[] {20, 20},
            "noise.resolved", new long[] {16, 20},
            "heritage.inspected", new long[] {10, 10},
            "heritage.good", new long[] {9, 10},
            "lifeline.open", new long[] {0, 0},
            "participation.kinds", new long[] {3, 6},
            "publicity.posts", new long[] {4, 60});

    private static final long[] USUAL = {1, 50};

    private final Registers registers;
    private final SyntheticValues values;
    private final MeasureEntries entries;
    private final Rollups rollups;
    private final Indicators indicators;
    private final Cycles cycles;
    private final SyntheticResults results;
    private final Reports reports;
    private final ReportPapers papers;
    private final Places places;
    private final AssessmentCounts counts;
    private final Clock clock;

    MadeUpCycle(
            Registers registers,
            SyntheticValues values,
            MeasureEntries entries,
            Rollups rollups,
            Indicators indicators,
            Cycles cycles,
            SyntheticResults results,
            Reports reports,
            ReportPapers papers,
            Places places,
            AssessmentCounts counts,
            Clock clock) {
        this.registers = registers;
        this.values = values;
        this.entries = entries;
        this.rollups = rollups;
        this.indicators = indicators;
        this.cycles = cycles;
        this.results = results;
        this.reports = reports;
        this.papers = papers;
        this.places = places;
        this.counts = counts;
        this.clock = clock;
    }

    /** Freezes all communities of the country, and opens a cycle on them. @return id of the register */
    UUID freeze(Actor actor, int year) {
        var items = places.communitiesAt(PlacePath.NATION).stream()
                .map(community -> new RegisterItem(
                        community.id().value(),
                        community.code(),
                        community.name(),
                        true,
                        1,
                        whole(community.residents()),
                        whole(community.households())))
                .toList();
        var register = registers.freeze(
                actor,
                Ids.derived(Ids.next(), "register"),
                String.valueOf(year),
                NATION,
                LocalDate.of(year, 12, 31),
                MadeUpCountry.SOURCE,
                items,
                Origin.SYNTHETIC);
        var id = cycleOf(register.id());
        cycles.plan(
                actor,
                id,
                new NewCycle(
                        year,
                        NATION,
                        new Names(year + "年全国试验周期", "Trial cycle of the nation " + year),
                        STANDARD,
                        new CycleCalendar(
                                LocalDate.of(year, 3, 31),
                                LocalDate.of(year, 6, 30),
                                Map.of(ReviewLevel.CITY, LocalDate.of(year, 9, 30)),
                                5,
                                LocalDate.of(year, 11, 30))),
                Origin.SYNTHETIC);
        cycles.move(actor, id, CycleState.OPEN);
        return register.id();
    }

    private static UUID cycleOf(UUID register) {
        return Ids.derived(register, "cycle");
    }

    /** Gives each community a verified value of each measure; answers how many. */
    long fill(Actor actor, UUID register) {
        var drawn = measures()
                .map(measure -> {
                    var bounds = BOUNDS.getOrDefault(measure, USUAL);
                    return new SyntheticValues.Drawn(measure, bounds[0], bounds[1]);
                })
                .toList();
        return values.fill(actor, CHECKER, register, drawn);
    }

    /** Those of which the standard speaks first. */
    private Stream<String> measures() {
        return Stream.concat(
                        BOUNDS.keySet().stream().sorted(),
                        entries.measures().stream().map(Measure::code))
                .filter(code -> !code.startsWith("assessment."))
                .distinct()
                .limit(MEASURES);
    }

    /** Counts every value from what was entered, and sums it at every place. */
    void count() {
        rollups.recompute();
    }

    /** Sums at every place again from the values of communities. */
    void sum() {
        rollups.sum();
    }

    /** Decides all communities; answers how many. */
    long decide(Actor actor, UUID register) {
        results.decide(actor, cycleOf(register));
        return counts.count(cycleOf(register), PlacePath.NATION, clock.instant())
                .getFirst()
                .enrolled();
    }

    void rollUp() {
        rollups.refreshAll();
    }

    /** Writes the nation's report; answers its rate of attainment as printed. */
    String report(Actor actor, int year, OutputStream out) throws IOException {
        var report = reports.begin(actor, Ids.next(), NATION, year, Origin.SYNTHETIC);
        papers.pdf(reports.document(report), Locale.SIMPLIFIED_CHINESE, out);
        return shown(indicators.value(ATTAINMENT, PlacePath.NATION, new ReportPeriod(year, null)));
    }

    /** Takes back a value of one community and waits until all levels show it; answers how many levels there are. */
    int changeOne(Actor actor, UUID register, ReportPeriod period) {
        var definition = indicators.list("").stream()
                .filter(one -> measures().toList().containsAll(one.measures()))
                .findFirst()
                .orElseThrow();
        var measure = definition.measures().getFirst();
        var community = registers.items(register).stream()
                .filter(item -> item.name().zh().contains("试验社区"))
                .findFirst()
                .flatMap(item -> places.findByCode(item.place()))
                .orElseThrow();
        var entry =
                entries
                        .list(actor, community.path(), MeasureEntry.State.VERIFIED, measure, MEASURES, null)
                        .items()
                        .stream()
                        .filter(one ->
                                one.measure().equals(measure) && one.period().equals(period))
                        .findFirst()
                        .orElseThrow();
        var levels = entry.path().andAbove();
        var before = shown(definition.code(), levels, period);
        entries.reverse(actor, entry.id(), MadeUpCountry.SOURCE);
        rollups.refreshAll();
        var after = shown(definition.code(), levels, period);
        return (int) IntStream.range(0, levels.size())
                .filter(level -> !before.get(level).equals(after.get(level)))
                .count();
    }

    private List<String> shown(String indicator, List<PlacePath> levels, ReportPeriod period) {
        return levels.stream()
                .map(path ->
                        indicators.open(indicator, path.value(), period).terms().toString())
                .toList();
    }

    private static String shown(Reckoned value) {
        return switch (value) {
            case Reckoned.Known known ->
                known.value().toPlainString() + " % (" + known.numerator().toPlainString() + ")";
            case Reckoned.None none -> none.reason().name();
        };
    }

    long differences() {
        return rollups.differences();
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
