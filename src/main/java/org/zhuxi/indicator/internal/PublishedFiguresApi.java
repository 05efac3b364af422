package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.TraceNode;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Published figures for programs: read and opened by everybody, published and corrected by those who may. */
@RestController
@RequestMapping("/api/v1")
class PublishedFiguresApi {

    private static final int PAGE = 100;
    private static final String ID = "{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final PublishedFigures figures;
    private final Places places;

    PublishedFiguresApi(PublishedFigures figures, Places places) {
        this.figures = figures;
        this.places = places;
    }

    record FigureJson(
            UUID id,
            String indicator,
            int version,
            String place,
            String path,
            String name,
            String period,
            BigDecimal value,
            String qualifier,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Instant cutoff,
            String hash,
            @Nullable UUID register,
            @Nullable UUID corrects,
            @Nullable UUID correctedBy,
            String note,
            Instant publishedAt,
            @Nullable Boolean stillTrue,
            String origin,
            String trace) {

        static FigureJson of(PublishedFigure it, Locale locale) {
            return new FigureJson(
                    it.id(),
                    it.indicator(),
                    it.version(),
                    it.place(),
                    it.path().value(),
                    it.name().in(locale),
                    it.period().code(),
                    it.value(),
                    it.qualifier().name(),
                    it.numerator(),
                    it.denominator(),
                    it.cutoff(),
                    it.hash(),
                    it.snapshot(),
                    it.corrects(),
                    it.correctedBy(),
                    it.note().in(locale),
                    it.publishedAt(),
                    it.stillTrue(),
                    it.origin().name(),
                    "/api/v1/figures/" + it.id() + "/trace");
        }
    }

    record Items(List<FigureJson> items, @Nullable String next) {}

    /** @param value left out when it is withheld */
    record NodeJson(
            String kind,
            String key,
            String label,
            @Nullable BigDecimal value,
            long records,
            @Nullable String hash,
            int children,
            @Nullable Boolean sumsUp,
            @Nullable String page,
            List<NodeJson> below) {

        static NodeJson of(TraceNode node, Locale locale) {
            return new NodeJson(
                    node.kind().name(),
                    node.key(),
                    node.label().in(locale),
                    node.value(),
                    node.records(),
                    node.hash().isEmpty() ? null : node.hash(),
                    node.children(),
                    node.sumsUp(),
                    node.path().isEmpty() ? null : node.path(),
                    node.below().stream().map(part -> of(part, locale)).toList());
        }
    }

    record FigureBody(
            @Nullable String indicator,
            @Nullable String place,
            @Nullable String period) {}

    record CorrectionBody(@Nullable String noteZh, @Nullable String noteEn) {}

    @GetMapping("/published-figures")
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var path = place == null || place.isBlank()
                ? PlacePath.NATION
                : places.findByCode(place.strip()).map(Place::path).orElseThrow(() -> new Refused.NotFound(place));
        var found = figures.list(path, indicator, PAGE, after);
        return new Items(
                found.items().stream().map(it -> FigureJson.of(it, locale)).toList(), found.next());
    }

    @GetMapping("/figures/" + ID)
    FigureJson get(@PathVariable UUID id, Locale locale) {
        return FigureJson.of(figures.get(id), locale);
    }

    /**
     * @param measure code of a measure to begin with
     * @param place code or path of a place to begin at
     * @param depth levels below; two when missing, eight at most
     */
    @GetMapping("/figures/" + ID + "/trace")
    NodeJson trace(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "2") int depth,
            Locale locale) {
        return NodeJson.of(figures.trace(id, measure, place, depth), locale);
    }

    @PutMapping("/figures/" + ID)
    FigureJson publish(Actor actor, @PathVariable UUID id, @RequestBody FigureBody body, Locale locale) {
        var wanted = new NewFigure(text(body.indicator()), text(body.place()), text(body.period()));
        return FigureJson.of(figures.publish(actor, id, wanted, Origin.RECORDED), locale);
    }

    @PostMapping("/figures/" + ID + "/correction")
    FigureJson correct(Actor actor, @PathVariable UUID id, @RequestBody CorrectionBody body, Locale locale) {
        var note = new Names(text(body.noteZh()), text(body.noteEn()));
        return FigureJson.of(figures.correct(actor, Ids.derived(id, "correction"), id, note), locale);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
