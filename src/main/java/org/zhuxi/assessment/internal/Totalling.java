package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Area;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.CriterionResult.Outcome;
import org.zhuxi.assessment.PassRule;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.assessment.ScoreSheet.AreaTotal;
import org.zhuxi.assessment.ScoreSheet.Decision;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.indicator.Ratio;

/** Adds results up and decides by the rule of the standard. */
public final class Totalling {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final StandardVersion standard;
    private final List<CriterionResult> results;
    private final Map<String, Criterion> criteria;

    /** @param results one a criterion of the standard */
    public Totalling(StandardVersion standard, List<CriterionResult> results) {
        this.standard = standard;
        this.results = results;
        this.criteria = standard.criteria().stream().collect(Collectors.toMap(Criterion::code, Function.identity()));
    }

    public ScoreSheet sheet() {
        var score = score();
        var vetoes = failed(Role.VETO);
        var gates = failed(Role.GATE);
        var areasShort =
                standard.areas().stream().filter(this::isShort).map(Area::code).toList();
        var level = level();
        return new ScoreSheet(
                results,
                standard.areas().stream()
                        .map(area -> new AreaTotal(area.code(), points(in(area)), max(in(area).and(this::isCounted))))
                        .toList(),
                points(any -> true),
                max(this::isCounted),
                score,
                vetoes,
                gates,
                areasShort,
                decision(vetoes.isEmpty() && gates.isEmpty() && areasShort.isEmpty(), score, level),
                level);
    }

    private Decision decision(boolean isClear, @Nullable Ratio score, @Nullable String level) {
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.NOT_ASSESSED)) {
            return Decision.OPEN;
        }
        if (standard.passRule() instanceof PassRule.ScoreAtLeast && score == null) {
            return Decision.OPEN;
        }
        var isReached = switch (standard.passRule()) {
            case PassRule.AllMet() ->
                results.stream().filter(result -> role(result) != Role.BONUS).allMatch(CriterionResult::isFulfilled);
            case PassRule.ScoreAtLeast(var mark) -> Span.compare(Objects.requireNonNull(score), mark) >= 0;
            case PassRule.Levels levels -> level != null;
        };
        return isClear && isReached ? Decision.PASS : Decision.FAIL;
    }

    /** Points of 100, by the weights of the areas where there are some, and bonuses on top. */
    private @Nullable Ratio score() {
        var isWeighted = standard.areas().stream().anyMatch(area -> area.weight() != null);
        var base = isWeighted ? weighted() : share(this::isCounted);
        return base == null ? null : sum(base, new Ratio(points(this::isBonus), BigDecimal.ONE));
    }

    private @Nullable Ratio weighted() {
        var sum = Ratio.of(0, 1);
        var weights = BigDecimal.ZERO;
        for (var area : standard.areas()) {
            var share = share(in(area).and(this::isCounted));
            var weight = area.weight();
            if (share != null && weight != null) {
                sum = sum(sum, new Ratio(share.part().multiply(weight), share.whole()));
                weights = weights.add(weight);
            }
        }
        return weights.signum() == 0 ? null : new Ratio(sum.part(), sum.whole().multiply(weights));
    }

    private @Nullable Ratio share(Predicate<CriterionResult> which) {
        var max = max(which);
        return max.signum() == 0 ? null : new Ratio(points(which).multiply(HUNDRED), max);
    }

    private static Ratio sum(Ratio one, Ratio other) {
        return new Ratio(
                one.part().multiply(other.whole()).add(other.part().multiply(one.whole())),
                one.whole().multiply(other.whole()));
    }

    /** Whether an area has fewer points than it must, in proportion to what can be reached there. */
    private boolean isShort(Area area) {
        var least = area.minPoints();
        if (least == null) {
            return false;
        }
        var counted = in(area).and(this::isCounted);
        var declared = standard.criteriaOf(area).stream()
                .filter(Criterion::isCounted)
                .map(criterion -> new Points(criterion).most())
                .reduce(NOTHING, BigDecimal::add);
        return points(counted).multiply(declared).compareTo(least.multiply(max(counted))) < 0;
    }

    /** The highest level at which, as at all below it, nothing is missing. */
    private @Nullable String level() {
        if (!(standard.passRule() instanceof PassRule.Levels(var levels))) {
            return null;
        }
        String reached = null;
        for (var level : levels) {
            var isReached = results.stream()
                    .filter(result -> of(result).levels().contains(level.code()))
                    .allMatch(CriterionResult::isFulfilled);
            if (!isReached) {
                break;
            }
            reached = level.code();
        }
        return reached;
    }

    private List<String> failed(Role role) {
        return results.stream()
                .filter(result -> role(result) == role)
                .filter(result -> result.outcome() == Outcome.NOT_MET || result.outcome() == Outcome.PARTLY)
                .map(CriterionResult::criterion)
                .toList();
    }

    private BigDecimal points(Predicate<CriterionResult> which) {
        return sum(results.stream().filter(which).map(CriterionResult::points));
    }

    private BigDecimal max(Predicate<CriterionResult> which) {
        return sum(results.stream().filter(which).map(CriterionResult::maxPoints));
    }

    private static BigDecimal sum(Stream<BigDecimal> points) {
        return points.reduce(NOTHING, BigDecimal::add);
    }

    private Predicate<CriterionResult> in(Area area) {
        return result -> of(result).area().equals(area.code());
    }

    private boolean isCounted(CriterionResult result) {
        return of(result).isCounted();
    }

    private boolean isBonus(CriterionResult result) {
        return role(result) == Role.BONUS;
    }

    private Role role(CriterionResult result) {
        return of(result).role();
    }

    private Criterion of(CriterionResult result) {
        return Objects.requireNonNull(criteria.get(result.criterion()));
    }
}
