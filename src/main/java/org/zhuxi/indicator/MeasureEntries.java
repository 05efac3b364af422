package org.zhuxi.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.MeasureEntry.State;
import org.zhuxi.indicator.internal.DefinitionBook;
import org.zhuxi.indicator.internal.EntryStore;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.Summing;
import org.zhuxi.indicator.internal.Typed;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;

/** Values that no record carries: entered by one person with what proves them, verified by another. */
@Service
public class MeasureEntries {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EntryStore store;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final Summing summing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeasureEntries(
            EntryStore store,
            DefinitionBook book,
            PlaceNaming naming,
            Summing summing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.naming = naming;
        this.summing = summing;
        this.events = events;
        this.clock = clock;
    }

    /** Measures that are entered by hand. */
    public List<Measure> measures() {
        return book.measures().values().stream()
                .filter(measure -> measure.source() == Measure.Source.ENTERED || measure.source() == Measure.Source.FED)
                .toList();
    }

    /**
     * Enters a value, provisional until somebody else verifies it. The same id again is answered with what is there.
     *
     * @throws IndicatorRefused when a field is wrong or the value would count twice
     */
    @Transactional
    public MeasureEntry enter(Actor actor, UUID id, NewMeasureEntry typed, Origin origin) {
        var place = naming.typed(typed.place());
        actor.require(IndicatorPermissions.ENTER, place.path());
        var known = store.find(id);
        if (known.isPresent()) {
            return get(actor, id);
        }
        var entry = checked(actor, id, typed, place, origin);
        requireOnce(entry);
        store.insert(entry);
        summing.note(entry.community(), entry.place(), entry.period(), entry.measure());
        audit(actor, "indicator.entered", entry, typed.value());
        return entry;
    }

    private MeasureEntry checked(Actor actor, UUID id, NewMeasureEntry typed, Place place, Origin origin) {
        var measure = measures().stream()
                .filter(one -> one.code().equals(typed.measure().strip()))
                .findFirst()
                .orElseThrow(IndicatorRefused.NotEntered::new);
        var period = Typed.period(typed.period());
        if (measure.yearly() && !period.isYear()) {
            throw new IndicatorRefused.YearlyOnly();
        }
        if (period.days().from().isAfter(LocalDate.now(clock.withZone(ZONE)))) {
            throw new IndicatorRefused.InTheFuture();
        }
        var cell = typed.cell();
        if (cell != null && cell < 0) {
            throw new IndicatorRefused.NoNumber("cell");
        }
        var community = place.community();
        return new MeasureEntry(
                community == null ? 0 : community.value(),
                id,
                place.code(),
                place.path(),
                measure.code(),
                period,
                Typed.qualified("value", typed.value()),
                cell,
                Typed.words("evidence", typed.evidence(), NewMeasureEntry.EVIDENCE),
                State.RECORDED,
                actor.account(),
                clock.instant(),
                null,
                null,
                "",
                origin);
    }

    /** What is entered above or below, or for a longer or shorter time, would be added to this once more. */
    private void requireOnce(MeasureEntry entry) {
        if (book.measure(entry.measure()).aggregation() == Aggregation.NONE) {
            return;
        }
        store.lock(entry.measure());
        store.findOverlapping(entry).ifPresent(other -> {
            throw new IndicatorRefused.CountedTwice(
                    naming.get(other.place(), other.period()).name(), other.period());
        });
    }

    /**
     * Finds a value right; it counts as verified from now on.
     *
     * @throws IndicatorRefused.OwnEntry for whoever entered it
     */
    @Transactional
    public MeasureEntry verify(Actor actor, UUID id) {
        return decide(actor, id, State.VERIFIED, "");
    }

    /** Finds a value wrong; it never counted and never will. */
    @Transactional
    public MeasureEntry reject(Actor actor, UUID id, String reason) {
        return decide(actor, id, State.REJECTED, reason);
    }

    private MeasureEntry decide(Actor actor, UUID id, State state, String reason) {
        var entry = readable(actor, id);
        actor.require(IndicatorPermissions.VERIFY, entry.path());
        if (entry.enteredBy().equals(actor.account())) {
            throw new IndicatorRefused.OwnEntry();
        }
        var words = state == State.VERIFIED ? "" : Typed.words("reason", reason, NewMeasureEntry.REASON);
        return moved(actor, entry, State.RECORDED, state, words);
    }

    /** Takes back a value: one's own while it waits, or a verified one for those who may verify. */
    @Transactional
    public MeasureEntry reverse(Actor actor, UUID id, String reason) {
        var entry = readable(actor, id);
        var isOwnAndWaits = entry.state() == State.RECORDED && entry.enteredBy().equals(actor.account());
        if (!isOwnAndWaits) {
            actor.require(IndicatorPermissions.VERIFY, entry.path());
        }
        var words = Typed.words("reason", reason, NewMeasureEntry.REASON);
        return moved(actor, entry, isOwnAndWaits ? State.RECORDED : State.VERIFIED, State.REVERSED, words);
    }

    private MeasureEntry moved(Actor actor, MeasureEntry entry, State from, State to, String reason) {
        if (!store.decide(entry, from, to, reason, actor.account(), clock.instant())) {
            throw new IndicatorRefused.Decided();
        }
        summing.note(entry.community(), entry.place(), entry.period(), entry.measure());
        audit(actor, "indicator." + to.name().toLowerCase(java.util.Locale.ROOT), entry, reason);
        return readable(actor, entry.id());
    }

    /** An entry, for those who may enter values in its place. */
    @Transactional(readOnly = true)
    public MeasureEntry get(Actor actor, UUID id) {
        return readable(actor, id);
    }

    private MeasureEntry readable(Actor actor, UUID id) {
        var entry = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(IndicatorPermissions.ENTER, entry.path());
        return entry;
    }

    /**
     * Entries at or below a place, the latest first.
     *
     * @param state null for all
     * @param words part of a measure's code or name, or of the evidence; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<MeasureEntry> list(
            Actor actor, PlacePath at, @Nullable State state, String words, int limit, @Nullable UUID after) {
        actor.require(IndicatorPermissions.ENTER, at);
        var sought = words.strip();
        var named = book.measures().values().stream()
                .filter(measure -> (measure.code() + measure.names()).contains(sought))
                .map(Measure::code)
                .toList();
        return Slice.of(
                store.list(at, state, sought, named, limit + 1, after),
                limit,
                entry -> entry.id().toString());
    }

    private void audit(Actor actor, String action, MeasureEntry entry, String detail) {
        events.publishEvent(new Audited(
                actor,
                action,
                entry.id().toString(),
                entry.path(),
                entry.measure() + " " + entry.period() + " " + detail));
    }
}
