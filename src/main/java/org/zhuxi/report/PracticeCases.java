package org.zhuxi.report;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.report.internal.CaseStore;
import org.zhuxi.report.internal.ReportPlaces;

/** Practices that others can take over, by place; everybody may read them. */
@Service
public class PracticeCases {

    private final CaseStore store;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PracticeCases(CaseStore store, ReportPlaces places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** How many cases there are at a place directly below another. */
    public record Count(Place place, long cases) {}

    /**
     * Enters a case. The same id again is answered with what is there.
     *
     * @throws ReportRefused when the place, the year or a text is wrong
     */
    @Transactional
    public PracticeCase add(Actor actor, UUID id, NewPracticeCase typed, Origin origin) {
        var place = places.typed(typed.place());
        actor.require(ReportPermissions.WRITE, place.path());
        places.requireYear(typed.year());
        var entered = new PracticeCase(
                id,
                place.code(),
                place.path(),
                title(typed.title()),
                new Names(
                        text("whatZh", typed.what().zh(), 0, NewPracticeCase.TEXT),
                        text("whatEn", typed.what().en(), 0, NewPracticeCase.TEXT)),
                typed.year(),
                text("source", typed.source(), 1, NewPracticeCase.WORDS),
                false,
                origin);
        if (store.insert(entered, actor.account(), clock.instant())) {
            audit(actor, "report.case.added", entered);
        }
        return get(id);
    }

    private static Names title(Names typed) {
        var zh = text("titleZh", typed.zh(), 1, NewPracticeCase.WORDS);
        return new Names(zh, typed.en().isBlank() ? zh : text("titleEn", typed.en(), 1, NewPracticeCase.WORDS));
    }

    private static String text(String field, String typed, int least, int most) {
        var words = typed.strip();
        if (words.length() < least || words.length() > most || words.indexOf('\0') >= 0) {
            throw new ReportRefused.Length(field, most);
        }
        return words;
    }

    /** Takes a case from the lists. */
    @Transactional
    public PracticeCase withdraw(Actor actor, UUID id) {
        var found = get(id);
        actor.require(ReportPermissions.WRITE, found.path());
        if (!store.withdraw(id, actor.account(), clock.instant())) {
            throw new ReportRefused.WrongStep();
        }
        audit(actor, "report.case.withdrawn", found);
        return get(id);
    }

    private PracticeCase get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /**
     * Cases at or below a place that were not taken back, in the order in which they were entered.
     *
     * @param year null for all
     * @param words part of title, text or source; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<PracticeCase> list(
            PlacePath at, @Nullable Integer year, String words, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(at, year, words.strip().replace("\0", ""), limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    /** How many there are at the places below, where their places part ways; places without any are left out. */
    @Transactional(readOnly = true)
    public List<Count> counts(PlacePath at) {
        var parting = at;
        var found = store.counts(parting);
        while (found.size() == 1) {
            var only = new PlacePath(found.keySet().iterator().next());
            var further = store.counts(only);
            if (further.isEmpty()) {
                break;
            }
            parting = only;
            found = further;
        }
        var counted = found;
        return places.below(parting).stream()
                .filter(place -> counted.containsKey(place.path().value()))
                .map(place -> new Count(place, counted.getOrDefault(place.path().value(), 0L)))
                .toList();
    }

    private void audit(Actor actor, String action, PracticeCase one) {
        events.publishEvent(new Audited(
                actor, action, one.id().toString(), one.path(), one.title().zh()));
    }
}
