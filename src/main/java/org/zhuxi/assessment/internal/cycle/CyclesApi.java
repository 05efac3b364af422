package org.zhuxi.assessment.internal.cycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.zhuxi.assessment.AssessmentCounts;
import org.zhuxi.assessment.CriterionCount;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.CycleCount;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.NewCycle;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;

/** Cycles for programs. */
@RestController
@RequestMapping("/api/v1/assessment-cycles")
class CyclesApi {

    private static final int PAGE = 100;

    private final Cycles cycles;
    private final AssessmentCounts counts;
    private final WorkPlaces places;
    private final Clock clock;

    CyclesApi(Cycles cycles, AssessmentCounts counts, WorkPlaces places, Clock clock) {
        this.cycles = cycles;
        this.counts = counts;
        this.places = places;
        this.clock = clock;
    }

    /** @param levels which levels review, with the day until which each does */
    record CycleJson(
            UUID id,
            int year,
            String jurisdiction,
            String path,
            Names names,
            String standard,
            int standardVersion,
            LocalDate enrolBy,
            LocalDate selfBy,
            Map<ReviewLevel, LocalDate> levels,
            int noticeDays,
            LocalDate reportDue,
            CycleState state,
            Origin origin) {

        static CycleJson of(Cycle it) {
            return new CycleJson(
                    it.id(),
                    it.year(),
                    it.jurisdiction(),
                    it.path().value(),
                    it.names(),
                    it.standard(),
                    it.standardVersion(),
                    it.calendar().enrolBy(),
                    it.calendar().selfBy(),
                    new EnumMap<>(it.calendar().reviewBy()),
                    it.calendar().noticeDays(),
                    it.calendar().reportDue(),
                    it.state(),
                    it.origin());
        }
    }

    record Items(List<CycleJson> items, @Nullable String next) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = cycles.list(places.open(place).path(), PAGE, after);
        return new Items(found.items().stream().map(CycleJson::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    CycleJson get(@PathVariable UUID id) {
        return CycleJson.of(cycles.get(id));
    }

    /** @param rates in percent with two decimals; what has no denominator is left out */
    record CountJson(
            String place,
            Names names,
            long communities,
            long enrolled,
            long attained,
            long named,
            Map<String, BigDecimal> rates,
            long gap,
            boolean reachesTarget) {

        static CountJson of(CycleCount it) {
            var rates = new TreeMap<String, BigDecimal>();
            it.participation().map(CountJson::percent).ifPresent(rate -> rates.put("F01", rate));
            it.attainment().map(CountJson::percent).ifPresent(rate -> rates.put("F02", rate));
            it.success().map(CountJson::percent).ifPresent(rate -> rates.put("F03", rate));
            it.namedOfAll().map(CountJson::percent).ifPresent(rate -> rates.put("F04N", rate));
            it.namedOfAttained().map(CountJson::percent).ifPresent(rate -> rates.put("F04A", rate));
            return new CountJson(
                    it.code(),
                    it.names(),
                    it.communities(),
                    it.enrolled(),
                    it.attained(),
                    it.named(),
                    rates,
                    it.gap(),
                    it.reachesTarget());
        }

        private static BigDecimal percent(Ratio ratio) {
            return ratio.percent(2);
        }
    }

    record CountsJson(Instant cutoff, List<CountJson> places, List<CriterionCount> criteria) {}

    /** The place itself first, then those below it, which add up to it. */
    @GetMapping("/{id}/counts")
    CountsJson counts(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable Instant cutoff) {
        var cycle = cycles.get(id);
        var at = places.open(place == null ? cycle.jurisdiction() : place);
        if (!cycle.path().contains(at.path())) {
            throw new Refused.NotFound(at.code());
        }
        var until = cutoff == null ? clock.instant() : cutoff;
        return new CountsJson(
                until,
                counts.count(id, at.path(), until).stream().map(CountJson::of).toList(),
                counts.criteria(id, at.path()));
    }

    record CycleBody(
            @Nullable Integer year,
            @Nullable String jurisdiction,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String standard,
            @Nullable String enrolBy,
            @Nullable String selfBy,
            @Nullable Map<String, String> reviewBy,
            @Nullable Integer noticeDays,
            @Nullable String reportDue) {

        NewCycle command() {
            var days = new EnumMap<ReviewLevel, LocalDate>(ReviewLevel.class);
            if (reviewBy != null) {
                reviewBy.forEach((level, day) ->
                        days.put(Typed.choice("reviewBy", ReviewLevel.class, level), Typed.day("reviewBy", day)));
            }
            var zh = Typed.text(nameZh);
            return new NewCycle(
                    year == null ? 0 : year,
                    Typed.text(jurisdiction),
                    new Names(zh, Typed.text(nameEn).isEmpty() ? zh : Typed.text(nameEn)),
                    Typed.text(standard),
                    new CycleCalendar(
                            Typed.day("enrolBy", enrolBy),
                            Typed.day("selfBy", selfBy),
                            days,
                            noticeDays == null ? 0 : noticeDays,
                            Typed.day("reportDue", reportDue)));
        }
    }

    @PutMapping("/{id}")
    CycleJson plan(Actor actor, @PathVariable UUID id, @RequestBody CycleBody body) {
        return CycleJson.of(cycles.plan(actor, id, body.command(), Origin.RECORDED));
    }

    record StateBody(@Nullable String to) {}

    @PostMapping("/{id}/state")
    CycleJson move(Actor actor, @PathVariable UUID id, @RequestBody StateBody body) {
        return CycleJson.of(cycles.move(actor, id, Typed.choice("to", CycleState.class, body.to())));
    }
}
