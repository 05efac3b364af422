package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.BreachNote;
import org.zhuxi.governance.BreachNote.ClauseCount;
import org.zhuxi.governance.BreachNote.State;
import org.zhuxi.governance.BreachNote.Step;
import org.zhuxi.governance.BreachNotes;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;

/** Breaches of conventions for programs of the desk. */
@RestController
@RequestMapping("/api/v1/conventions/{id}/breaches")
class BreachApi {

    private static final int PAGE = 100;

    private final BreachNotes notes;

    BreachApi(BreachNotes notes) {
        this.notes = notes;
    }

    record Item(
            UUID id,
            UUID convention,
            String place,
            int clause,
            String topic,
            LocalDate seenOn,
            String words,
            State state,
            Origin origin) {

        static Item of(BreachNote it) {
            return new Item(
                    it.id(),
                    it.convention(),
                    it.place(),
                    it.clause(),
                    it.topic(),
                    it.seenOn(),
                    it.words(),
                    it.state(),
                    it.origin());
        }
    }

    record Story(Item note, List<Step> steps) {}

    record NewStep(
            @Nullable State state,
            @Nullable LocalDate on,
            @Nullable String words) {}

    /** @param after the {@code next} of the answer before */
    @GetMapping
    Slice<Item> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable UUID after) {
        var found = notes.list(actor, id, state, PAGE, after);
        return new Slice<>(found.items().stream().map(Item::of).toList(), found.next());
    }

    @GetMapping("/counts")
    List<ClauseCount> counts(Actor actor, @PathVariable UUID id) {
        return notes.counts(actor, id);
    }

    @PutMapping("/{note}")
    Item note(Actor actor, @PathVariable UUID id, @PathVariable UUID note, @RequestBody BreachNote.Typed body) {
        return Item.of(notes.note(actor, id, note, body, Origin.RECORDED));
    }

    @GetMapping("/{note}")
    Story get(Actor actor, @PathVariable UUID id, @PathVariable UUID note) {
        return story(notes.get(actor, id, note));
    }

    private Story story(BreachNote note) {
        return new Story(Item.of(note), notes.steps(note));
    }

    @PostMapping("/{note}/steps")
    Story follow(Actor actor, @PathVariable UUID id, @PathVariable UUID note, @RequestBody NewStep body) {
        return story(notes.follow(actor, id, note, body.state(), body.on(), body.words()));
    }

    @DeleteMapping("/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id, @PathVariable UUID note) {
        notes.remove(actor, id, note);
    }
}
