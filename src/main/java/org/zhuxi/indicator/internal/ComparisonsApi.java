package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.indicator.Comparison;
import org.zhuxi.indicator.ComparisonPairs;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;

/** Before and after, for programs: read by everybody. */
@RestController
@RequestMapping("/api/v1/comparisons")
class ComparisonsApi {

    private static final int PAGE = 100;

    private final Comparisons comparisons;
    private final ComparisonPairs pairs;
    private final PlaceNaming naming;

    ComparisonsApi(Comparisons comparisons, ComparisonPairs pairs, PlaceNaming naming) {
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.naming = naming;
    }

    /** @param before as the source prints it; left out when it does not, as are {@code after} and {@code change} */
    record LineJson(
            UUID id,
            String place,
            String topic,
            String name,
            String unit,
            @Nullable String before,
            @Nullable String after,
            @Nullable BigDecimal change,
            @Nullable String changeKind,
            String note,
            String source,
            boolean withdrawn,
            String origin) {

        static LineJson of(Comparison it, Locale locale) {
            var delta = it.delta();
            return new LineJson(
                    it.id(),
                    it.place(),
                    it.topic(),
                    it.names().in(locale),
                    it.unit().in(locale),
                    printed(it.before()),
                    printed(it.after()),
                    delta.map(one -> one.amount()).orElse(null),
                    delta.map(one -> one.kind().name()).orElse(null),
                    it.note().in(locale),
                    it.source(),
                    it.withdrawn(),
                    it.origin().name());
        }

        private static @Nullable String printed(@Nullable QualifiedNumber number) {
            return number == null ? null : number.original();
        }
    }

    record Items(List<LineJson> items, @Nullable String next) {}

    record LineBody(
            @Nullable String place,
            @Nullable String topic,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String unit,
            @Nullable String before,
            @Nullable String after,
            @Nullable String change,
            @Nullable String changeKind,
            @Nullable String noteZh,
            @Nullable String noteEn,
            @Nullable String source) {

        ComparisonForm form(UUID id) {
            return new ComparisonForm(
                    id, place, topic, nameZh, nameEn, unit, before, after, change, changeKind, noteZh, noteEn, source);
        }
    }

    @GetMapping
    Items list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var found = comparisons.list(naming.today(place).path(), PAGE, after);
        return new Items(
                found.items().stream().map(it -> LineJson.of(it, locale)).toList(), found.next());
    }

    @PutMapping("/{id}")
    LineJson add(Actor actor, @PathVariable UUID id, @RequestBody LineBody body, Locale locale) {
        return LineJson.of(comparisons.add(actor, id, body.form(id).command(), Origin.RECORDED), locale);
    }

    /** @param pair id of a point with a photo before and one after; left out to take the photos away */
    record PhotosBody(@Nullable UUID pair) {}

    @PostMapping("/{id}/photos")
    ResponseEntity<Void> show(Actor actor, @PathVariable UUID id, @RequestBody PhotosBody body) {
        pairs.show(actor, id, body.pair());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/withdrawal")
    LineJson withdraw(Actor actor, @PathVariable UUID id, Locale locale) {
        return LineJson.of(comparisons.withdraw(actor, id), locale);
    }
}
