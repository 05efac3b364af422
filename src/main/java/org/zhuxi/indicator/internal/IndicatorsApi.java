package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.kernel.PlacePath;

/** Indicators and measures for programs, without an account. */
@RestController
@RequestMapping("/api/v1")
class IndicatorsApi {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Indicators indicators;
    private final Clock clock;

    IndicatorsApi(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    /** Of which communities an indicator speaks. */
    record ApplicabilityJson(@Nullable String settlement, List<String> estates, String name) {

        static @Nullable ApplicabilityJson of(@Nullable Applicability it, Locale locale) {
            if (it == null) {
                return null;
            }
            var settlement = it.settlement();
            return new ApplicabilityJson(
                    settlement == null ? null : settlement.name(),
                    it.estates(),
                    it.names().in(locale));
        }
    }

    /** @param applicability of which communities it speaks; left out when it speaks of all */
    record IndicatorJson(
            String code,
            int version,
            String topic,
            String name,
            String unit,
            int decimals,
            String direction,
            String numerator,
            @Nullable String denominator,
            BigDecimal factor,
            String formula,
            String source,
            String example,
            @Nullable ApplicabilityJson applicability,
            String href) {

        static IndicatorJson of(IndicatorDefinition it, Locale locale) {
            return new IndicatorJson(
                    it.code(),
                    it.version(),
                    it.topic(),
                    it.names().in(locale),
                    it.unit().in(locale),
                    it.decimals(),
                    it.direction().name(),
                    it.numerator(),
                    it.denominator(),
                    it.factor(),
                    it.formula().in(locale),
                    it.source().in(locale),
                    it.example().in(locale),
                    ApplicabilityJson.of(it.applicability(), locale),
                    "/api/v1/indicators/" + it.code() + "/value");
        }
    }

    record Indexed(List<IndicatorJson> items) {}

    record MeasureJson(
            String code,
            String name,
            String unit,
            String aggregation,
            String source,
            List<String> kinds,
            boolean yearly,
            String definition) {}

    record Measures(List<MeasureJson> items) {}

    /** @param reason why there is no value; left out when there is one */
    record ValueJson(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String qualifier,
            @Nullable String reason,
            @Nullable String term) {

        static ValueJson of(Reckoned reckoned) {
            return switch (reckoned) {
                case Reckoned.Known known ->
                    new ValueJson(
                            known.value(),
                            known.numerator(),
                            known.denominator(),
                            known.qualifier().name(),
                            null,
                            null);
                case Reckoned.None none ->
                    new ValueJson(null, null, null, null, none.reason().name(), none.term());
            };
        }
    }

    record TermJson(
            String measure,
            String period,
            @Nullable BigDecimal verified,
            @Nullable BigDecimal waiting,
            String qualifier,
            long records,
            long places,
            boolean withheld) {

        static TermJson of(TermValue term) {
            return new TermJson(
                    term.measure().code(),
                    term.period().code(),
                    term.verified(),
                    term.waiting(),
                    term.qualifier().name(),
                    term.records(),
                    term.places(),
                    term.withheld());
        }
    }

    record PartJson(String place, String path, String name, ValueJson value, List<TermJson> terms) {

        static PartJson of(IndicatorView.Part part, Locale locale) {
            return new PartJson(
                    part.code(),
                    part.path().value(),
                    part.name().in(locale),
                    ValueJson.of(part.value()),
                    part.terms().stream().map(TermJson::of).toList());
        }
    }

    record PointJson(String period, ValueJson value) {}

    record TargetJson(
            String kind,
            String period,
            BigDecimal value,
            String source,
            @Nullable String verdict,
            @Nullable Long missing) {}

    /** @param addsUp whether the terms of the parts add up to those of the whole */
    record OpenedJson(
            IndicatorJson indicator,
            String place,
            String path,
            String name,
            String period,
            ValueJson verified,
            ValueJson withWaiting,
            List<TermJson> terms,
            List<PartJson> parts,
            boolean addsUp,
            List<PointJson> trend,
            String finding,
            List<PartJson> peers,
            List<TargetJson> targets) {}

    @GetMapping("/indicators")
    Indexed list(@RequestParam(defaultValue = "") String q, Locale locale) {
        return new Indexed(indicators.list(q).stream()
                .map(one -> IndicatorJson.of(one, locale))
                .toList());
    }

    @GetMapping("/measures")
    Measures measures(Locale locale) {
        return new Measures(indicators.measures().values().stream()
                .map(it -> json(it, locale))
                .toList());
    }

    private static MeasureJson json(Measure it, Locale locale) {
        return new MeasureJson(
                it.code(),
                it.names().in(locale),
                it.unit().in(locale),
                it.aggregation().name(),
                it.source().name(),
                it.kinds(),
                it.yearly(),
                it.definition().in(locale));
    }

    /**
     * @param place code or path of a place from nation to community; the nation when missing
     * @param period 2026 or 2026-09; this year when missing
     */
    @GetMapping("/indicators/{code}/value")
    OpenedJson one(
            @PathVariable String code,
            @RequestParam(defaultValue = "/") String place,
            @RequestParam(required = false) @Nullable String period,
            Locale locale) {
        var asked = period == null || period.isBlank()
                ? ReportPeriod.of(Year.now(clock.withZone(ZONE)))
                : Typed.period(period);
        var view = indicators.open(code, place.isBlank() ? PlacePath.NATION.value() : place, asked);
        return new OpenedJson(
                IndicatorJson.of(view.definition(), locale),
                view.at().code(),
                view.at().path().value(),
                view.at().name().in(locale),
                view.at().period().code(),
                ValueJson.of(view.value()),
                ValueJson.of(view.withWaiting()),
                view.terms().stream().map(TermJson::of).toList(),
                view.parts().stream().map(part -> PartJson.of(part, locale)).toList(),
                view.addsUp(),
                view.trend().points().stream()
                        .map(point -> new PointJson(point.period().code(), ValueJson.of(point.value())))
                        .toList(),
                view.trend().finding().name(),
                view.peers().stream().map(part -> PartJson.of(part, locale)).toList(),
                view.targets().stream()
                        .map(held -> new TargetJson(
                                held.target().kind().name(),
                                held.target().period().code(),
                                held.target().value(),
                                held.target().source(),
                                held.verdict() == null ? null : held.verdict().name(),
                                held.missing()))
                        .toList());
    }
}
