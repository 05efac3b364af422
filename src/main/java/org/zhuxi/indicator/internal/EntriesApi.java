package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.MeasureEntry;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;

/** Values entered by hand, for programs. */
@RestController
@RequestMapping("/api/v1/measure-entries")
class EntriesApi {

    private static final int PAGE = 100;

    private final MeasureEntries entries;
    private final WorkPlaces work;

    EntriesApi(MeasureEntries entries, WorkPlaces work) {
        this.entries = entries;
        this.work = work;
    }

    record EntryJson(
            UUID id,
            String place,
            String path,
            String measure,
            String period,
            BigDecimal value,
            String printed,
            String qualifier,
            @Nullable Long cell,
            String evidence,
            String state,
            Instant enteredAt,
            @Nullable Instant decidedAt,
            String reason,
            String origin) {

        static EntryJson of(MeasureEntry it) {
            return new EntryJson(
                    it.id(),
                    it.place(),
                    it.path().value(),
                    it.measure(),
                    it.period().code(),
                    it.value().value(),
                    it.value().original(),
                    it.value().qualifier().name(),
                    it.cell(),
                    it.evidence(),
                    it.state().name(),
                    it.enteredAt(),
                    it.decidedAt(),
                    it.reason(),
                    it.origin().name());
        }
    }

    record Items(List<EntryJson> items, @Nullable String next) {}

    record EntryBody(
            @Nullable String place,
            @Nullable String measure,
            @Nullable String period,
            @Nullable String value,
            @Nullable Long cell,
            @Nullable String evidence) {}

    record ReasonBody(@Nullable String reason) {}

    @GetMapping
    Items list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, IndicatorPermissions.ENTER, place);
        var found = entries.list(actor, at.path(), WorkEntryPages.state(state), q, PAGE, after);
        return new Items(found.items().stream().map(EntryJson::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    EntryJson get(Actor actor, @PathVariable UUID id) {
        return EntryJson.of(entries.get(actor, id));
    }

    @PutMapping("/{id}")
    EntryJson enter(Actor actor, @PathVariable UUID id, @RequestBody EntryBody body) {
        var typed = new NewMeasureEntry(
                text(body.place()),
                text(body.measure()),
                text(body.period()),
                text(body.value()),
                body.cell(),
                text(body.evidence()));
        return EntryJson.of(entries.enter(actor, id, typed, Origin.RECORDED));
    }

    @PostMapping("/{id}/verification")
    EntryJson verify(Actor actor, @PathVariable UUID id) {
        return EntryJson.of(entries.verify(actor, id));
    }

    @PostMapping("/{id}/rejection")
    EntryJson reject(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return EntryJson.of(entries.reject(actor, id, text(body.reason())));
    }

    @PostMapping("/{id}/reversal")
    EntryJson reverse(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return EntryJson.of(entries.reverse(actor, id, text(body.reason())));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
