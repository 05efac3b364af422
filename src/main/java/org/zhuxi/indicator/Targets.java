package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.DefinitionBook;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.TargetStore;
import org.zhuxi.indicator.internal.Typed;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Baselines and targets of indicators: set, held against values, withdrawn; never changed. */
@Service
public class Targets {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TargetStore store;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Targets(TargetStore store, DefinitionBook book, PlaceNaming naming, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.book = book;
        this.naming = naming;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets a target or baseline; the same id again is answered with what is there.
     *
     * @throws IndicatorRefused when a field is wrong or another one holds
     */
    @Transactional
    public Target set(Actor actor, UUID id, NewTarget wanted, Origin origin) {
        var place = naming.typed(wanted.place());
        actor.require(IndicatorPermissions.PUBLISH, place.path());
        if (book.indicators().stream().noneMatch(one -> one.code().equals(wanted.indicator()))) {
            throw new IndicatorRefused.NoIndicator();
        }
        Typed.words("source", wanted.source(), NewTarget.SOURCE);
        Typed.number("value", wanted.value());
        var target = new Target(
                id,
                wanted.indicator(),
                place.code(),
                place.path(),
                wanted.kind(),
                wanted.period(),
                wanted.value(),
                wanted.source(),
                actor.account(),
                clock.instant(),
                null,
                origin);
        if (store.insert(target)) {
            audit(actor, "indicator.target.set", target);
        }
        return get(actor, id);
    }

    /** Lets a target hold no more; it stays in the list. */
    @Transactional
    public Target withdraw(Actor actor, UUID id) {
        var target = get(actor, id);
        if (!store.withdraw(id, actor.account(), clock.instant())) {
            throw new IndicatorRefused.Decided();
        }
        audit(actor, "indicator.target.withdrawn", target);
        return get(actor, id);
    }

    /** A target, for those who may set it. */
    @Transactional(readOnly = true)
    public Target get(Actor actor, UUID id) {
        var target = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(IndicatorPermissions.PUBLISH, target.path());
        return target;
    }

    /** Targets at or below a place, withdrawn ones as well, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Target> list(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(IndicatorPermissions.PUBLISH, at);
        return Slice.of(store.list(at, limit + 1, after), limit, it -> it.id().toString());
    }

    /** What holds for an indicator at a place, against a value of it. */
    @Transactional(readOnly = true)
    public List<TargetView> held(IndicatorDefinition definition, PlacePath path, Reckoned value) {
        return store.held(definition.code(), path).stream()
                .map(target -> against(target, definition, value))
                .toList();
    }

    private static TargetView against(Target target, IndicatorDefinition definition, Reckoned value) {
        if (!(value instanceof Reckoned.Known known)) {
            return new TargetView(target, target.kind() == Target.Kind.TARGET ? Verdict.UNKNOWN : null, null, null);
        }
        return switch (target.kind()) {
            case BASELINE ->
                new TargetView(
                        target, null, null, Delta.between(target.value(), known.value(), definition.isPercentage()));
            case TARGET ->
                new TargetView(target, verdict(target, definition, known), missing(target, definition, known), null);
        };
    }

    /** On the exact numbers: the target times the denominator against the numerator times the factor. */
    private static Verdict verdict(Target target, IndicatorDefinition definition, Reckoned.Known known) {
        var below = known.denominator();
        var isNegative = below != null && below.signum() < 0;
        var exact = known.numerator().multiply(definition.factor());
        var aim = below == null ? target.value() : target.value().multiply(below);
        var isDown = definition.direction() == Direction.DOWN;
        var number = new QualifiedNumber(isNegative ? exact.negate() : exact, known.qualifier(), "");
        var threshold = isNegative ? aim.negate() : aim;
        if (!isDown) {
            return number.reaches(threshold);
        }
        return new QualifiedNumber(number.value().negate(), turned(known.qualifier()), "").reaches(threshold.negate());
    }

    private static Qualifier turned(Qualifier qualifier) {
        return Qualifier.EXACT.dividedBy(qualifier);
    }

    /** Only a percentage of whole things can be so many things short. */
    private static @Nullable Long missing(Target target, IndicatorDefinition definition, Reckoned.Known known) {
        var below = known.denominator();
        if (below == null
                || below.signum() <= 0
                || below.stripTrailingZeros().scale() > 0
                || known.numerator().stripTrailingZeros().scale() > 0
                || definition.factor().compareTo(HUNDRED) != 0
                || definition.direction() != Direction.UP) {
            return null;
        }
        return new Ratio(known.numerator(), below).missingTo(target.value());
    }

    private void audit(Actor actor, String action, Target target) {
        events.publishEvent(new Audited(
                actor,
                action,
                target.id().toString(),
                target.path(),
                target.indicator() + " " + target.period() + " "
                        + target.value().toPlainString()));
    }
}
