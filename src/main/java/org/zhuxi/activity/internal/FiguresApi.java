package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifests;

/** Opens every published number for programs, one step at a time down to its records. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresApi {

    private final Manifests manifests;
    private final FilterReader filters;
    private final Clock clock;

    FiguresApi(Manifests manifests, FilterReader filters, Clock clock) {
        this.manifests = manifests;
        this.filters = filters;
        this.clock = clock;
    }

    record Figures(List<Figure> items) {}

    record Figure(String code, String name, String unit, String formula, String href) {}

    /** @param suppressed true when the numbers are withheld; left out otherwise */
    record Number(
            BigDecimal verified,
            BigDecimal provisional,
            long records,
            @Nullable Boolean suppressed) {}

    record Child(String label, String place, LocalDate from, LocalDate to, Number value, String href) {}

    record Line(UUID id, String kind, LocalDate day, BigDecimal amount, String verifiedBy, String href) {}

    /** @param to the day after the last */
    record Opened(
            String code,
            String name,
            String unit,
            String formula,
            String place,
            LocalDate from,
            LocalDate to,
            Number value,
            List<Child> children,
            List<Line> records,
            @Nullable String next) {}

    @GetMapping
    Figures list(Locale locale) {
        return new Figures(manifests.figures().stream()
                .map(figure -> new Figure(
                        figure.code(),
                        figure.names().in(locale),
                        figure.unit().in(locale),
                        figure.formula().in(locale),
                        address(figure.code())))
                .toList());
    }

    /**
     * @param place code or path; the nation when missing
     * @param from first day; a year ago when missing
     * @param to the day after the last; tomorrow when missing
     */
    @GetMapping("/{code}/trail")
    Opened trail(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var figure = manifests.findFigure(code).orElseThrow(() -> new Refused.NotFound(code));
        var path = Objects.requireNonNullElse(filters.place(place), PlacePath.NATION);
        var period = period(from, to);
        return opened(figure, path, period, figure.trail(path, period, after), locale);
    }

    private Period period(@Nullable String from, @Nullable String to) {
        var end = Objects.requireNonNullElseGet(
                filters.day(to, "to"),
                () -> LocalDate.now(clock.withZone(Zones.CHINA)).plusDays(1));
        var start = Objects.requireNonNullElseGet(filters.day(from, "from"), () -> end.minusMonths(12));
        if (!start.isBefore(end)) {
            throw new ActivityRefused.Unreadable("to");
        }
        return new Period(start, end);
    }

    private static Opened opened(
            FigureSource figure, PlacePath place, Period period, FigureSource.Trail trail, Locale locale) {
        return new Opened(
                figure.code(),
                figure.names().in(locale),
                figure.unit().in(locale),
                figure.formula().in(locale),
                place.value(),
                period.from(),
                period.to(),
                number(trail.total()),
                trail.steps().stream().map(step -> child(figure, step, locale)).toList(),
                trail.records().stream().map(entry -> line(entry, locale)).toList(),
                trail.next());
    }

    private static Child child(FigureSource figure, FigureSource.Step step, Locale locale) {
        var period = step.period();
        var href = UriComponentsBuilder.fromPath(address(figure.code()))
                .queryParam("place", step.place().value())
                .queryParam("from", period.from())
                .queryParam("to", period.to());
        return new Child(
                step.label().in(locale),
                step.place().value(),
                period.from(),
                period.to(),
                number(step.value()),
                href.build().toUriString());
    }

    private static Line line(FigureSource.Entry entry, Locale locale) {
        return new Line(
                entry.id(),
                entry.kind().in(locale),
                entry.day(),
                plain(entry.amount()),
                entry.verifiedBy(),
                "/activities/" + entry.id());
    }

    private static Number number(FigureSource.Value value) {
        return new Number(
                plain(value.verified()),
                plain(value.provisional()),
                value.records(),
                value.suppressed() ? Boolean.TRUE : null);
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static String address(String code) {
        return "/api/v1/figures/" + code + "/trail";
    }
}
