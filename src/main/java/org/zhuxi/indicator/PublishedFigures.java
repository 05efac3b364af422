package org.zhuxi.indicator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.DefinitionBook;
import org.zhuxi.indicator.internal.FigureForest;
import org.zhuxi.indicator.internal.FigureStore;
import org.zhuxi.indicator.internal.FigureTrace;
import org.zhuxi.indicator.internal.FigureWriter;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.Typed;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Figures that stand for what they were when they were published: value, terms, cut-off and a hash over all of it. */
@Service
public class PublishedFigures {

    private static final Duration WHILE = Duration.ofMinutes(50);
    private static final int A_BATCH = 200;

    private final FigureStore store;
    private final FigureWriter writer;
    private final FigureForest forest;
    private final FigureTrace trace;
    private final Rollups rollups;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishedFigures(
            FigureStore store,
            FigureWriter writer,
            FigureForest forest,
            FigureTrace trace,
            Rollups rollups,
            DefinitionBook book,
            PlaceNaming naming,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.forest = forest;
        this.trace = trace;
        this.rollups = rollups;
        this.book = book;
        this.naming = naming;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes the verified value of an indicator as it is now. The same id again is answered with what is there.
     *
     * @throws IndicatorRefused when a field is wrong, there is no value, or a figure stands already
     */
    @Transactional
    public PublishedFigure publish(Actor actor, UUID id, NewFigure wanted, Origin origin) {
        var place = naming.typed(wanted.place());
        actor.require(IndicatorPermissions.PUBLISH, place.path());
        var period = Typed.period(wanted.period());
        var definition = defined(wanted.indicator());
        var known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        rollups.refreshAll();
        store.lock();
        if (store.standing(definition.code(), place.path(), period).isPresent()) {
            throw new IndicatorRefused.Published();
        }
        var figure = writer.write(
                id,
                definition,
                new IndicatorView.At(place.path(), place.code(), place.name(), period),
                null,
                new Names("", ""),
                actor.account(),
                origin);
        audit(actor, "indicator.figure.published", figure);
        return figure;
    }

    private IndicatorDefinition defined(String code) {
        return book.indicators().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(IndicatorRefused.NoIndicator::new);
    }

    /**
     * Publishes the value of today in the place of one that is no longer true; the former stays readable.
     *
     * @param note why, for everybody; English may be empty
     * @throws IndicatorRefused.StillTrue when nothing has changed
     */
    @Transactional
    public PublishedFigure correct(Actor actor, UUID id, UUID former, Names note) {
        var before = get(former);
        actor.require(IndicatorPermissions.PUBLISH, before.path());
        var known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        var words = Typed.words("noteZh", note.zh(), NewFigure.NOTE);
        if (note.en().length() > NewFigure.NOTE || note.en().indexOf('\0') >= 0) {
            throw new IndicatorRefused.Length("noteEn", NewFigure.NOTE);
        }
        rollups.refreshAll();
        store.lock();
        if (before.correctedBy() != null) {
            throw new IndicatorRefused.Decided();
        }
        if (isTrue(before)) {
            throw new IndicatorRefused.StillTrue();
        }
        var figure = writer.write(
                id,
                book.definition(before.indicator()),
                new IndicatorView.At(before.path(), before.place(), before.name(), before.period()),
                former,
                new Names(words, note.en().isBlank() ? words : note.en().strip()),
                actor.account(),
                before.origin());
        audit(actor, "indicator.figure.corrected", figure);
        return figure;
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public PublishedFigure get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The figure that stands for an indicator, place and period. */
    @Transactional(readOnly = true)
    public Optional<PublishedFigure> find(String indicator, PlacePath path, ReportPeriod period) {
        return store.standing(indicator, path, period);
    }

    /**
     * Figures at or below a place, the latest first; corrected ones as well.
     *
     * @param indicator null for all
     */
    @Transactional(readOnly = true)
    public Slice<PublishedFigure> list(PlacePath at, @Nullable String indicator, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(at, indicator, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /**
     * Opens a figure: its measures, the places below, and at places that report the records, entries or register lines.
     *
     * @param measure code of a measure to begin with, or null for all
     * @param place path or code of a place to begin at, or null for the figure's own
     * @param depth 1 to 8 levels
     * @throws Refused.NotFound when the figure has no such measure or place
     */
    @Transactional(readOnly = true)
    public TraceNode trace(UUID id, @Nullable String measure, @Nullable String place, int depth) {
        return trace.of(get(id), measure, place, depth);
    }

    /** Whether a figure comes out the same when it is reckoned again now. */
    @Transactional(readOnly = true)
    public boolean isTrue(PublishedFigure figure) {
        return figure.hash().equals(forest.hashNow(figure.indicator(), figure.path(), figure.period()));
    }

    /** Reckons figures again that were not for a while, and notes the outcome; answers how many are no longer true. */
    @Transactional
    public long check() {
        var untrue = 0L;
        for (var figure : store.unchecked(clock.instant().minus(WHILE), A_BATCH)) {
            var same = isTrue(figure);
            store.noteChecked(figure.id(), same, clock.instant());
            untrue += same ? 0 : 1;
        }
        return untrue;
    }

    /** The oldest figure at or below a place that no longer comes out the same and has not been corrected. */
    @Transactional(readOnly = true)
    public Optional<PublishedFigure> findUntrue(PlacePath at) {
        return store.findUntrue(at);
    }

    /** All corrections of a figure that stands, the latest first, beginning with itself. */
    @Transactional(readOnly = true)
    public List<PublishedFigure> history(UUID id) {
        var history = new java.util.ArrayList<PublishedFigure>();
        for (Optional<PublishedFigure> figure = Optional.of(get(id)); figure.isPresent(); ) {
            history.add(figure.get());
            var before = figure.get().corrects();
            figure = before == null ? Optional.empty() : store.find(before);
        }
        return List.copyOf(history);
    }

    private void audit(Actor actor, String action, PublishedFigure figure) {
        events.publishEvent(new Audited(
                actor,
                action,
                figure.id().toString(),
                figure.path(),
                figure.indicator() + " " + figure.period() + " "
                        + figure.value().toPlainString()));
    }
}
