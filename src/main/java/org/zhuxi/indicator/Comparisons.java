package org.zhuxi.indicator;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.ComparisonStore;
import org.zhuxi.indicator.internal.DefinitionBook;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.Typed;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Before and after a renewal, line by line as documents print it. */
@Service
public class Comparisons {

    private final ComparisonStore store;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comparisons(
            ComparisonStore store,
            DefinitionBook book,
            PlaceNaming naming,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.naming = naming;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a line. The same id again is answered with what is there.
     *
     * @throws IndicatorRefused when a field is wrong or nothing is said
     */
    @Transactional
    public Comparison add(Actor actor, UUID id, NewComparison line, Origin origin) {
        var place = naming.typed(line.place());
        actor.require(IndicatorPermissions.PUBLISH, place.path());
        if (!book.topics().containsKey(line.topic())) {
            throw new IndicatorRefused.NoIndicator();
        }
        Typed.words("nameZh", line.names().zh(), NewComparison.WORDS);
        Typed.words("nameEn", line.names().en(), NewComparison.WORDS);
        Typed.words("source", line.source(), NewComparison.WORDS);
        if (line.note().zh().length() > NewComparison.WORDS || line.note().en().length() > NewComparison.WORDS) {
            throw new IndicatorRefused.Length("noteZh", NewComparison.WORDS);
        }
        var change = number("change", line.change());
        var comparison = new Comparison(
                id,
                place.code(),
                place.path(),
                line.topic(),
                line.names(),
                line.unit(),
                number("before", line.before()),
                number("after", line.after()),
                change,
                change == null ? null : line.changeKind() == null ? Delta.Kind.ABSOLUTE : line.changeKind(),
                line.note(),
                line.source(),
                false,
                origin);
        if (comparison.before() == null && comparison.after() == null && change == null) {
            throw new IndicatorRefused.NoNumber("after");
        }
        if (store.insert(comparison, actor.account(), clock.instant())) {
            audit(actor, "indicator.comparison.added", comparison);
        }
        return get(id);
    }

    private static @Nullable QualifiedNumber number(String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Typed.qualified(field, typed.strip());
    }

    /** Takes a line from the tables; it stays readable by its id. */
    @Transactional
    public Comparison withdraw(Actor actor, UUID id) {
        var comparison = get(id);
        actor.require(IndicatorPermissions.PUBLISH, comparison.path());
        if (!store.withdraw(id, actor.account(), clock.instant())) {
            throw new IndicatorRefused.Decided();
        }
        audit(actor, "indicator.comparison.withdrawn", comparison);
        return get(id);
    }

    private Comparison get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Lines at or below a place, in the order in which they were added. */
    @Transactional(readOnly = true)
    public Slice<Comparison> list(PlacePath at, int limit, @Nullable UUID after) {
        return Slice.of(store.list(at, limit + 1, after), limit, it -> it.id().toString());
    }

    /** What a place is called. */
    public Names nameOf(Comparison comparison) {
        return naming.get(comparison.place(), ReportPeriod.of(java.time.Year.now(clock)))
                .name();
    }

    private void audit(Actor actor, String action, Comparison comparison) {
        events.publishEvent(new Audited(
                actor,
                action,
                comparison.id().toString(),
                comparison.path(),
                comparison.names().zh()));
    }
}
