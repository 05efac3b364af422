package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.assessment.Threshold.Op;
import org.zhuxi.indicator.Expressions;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.kernel.Refused;

/** What has to hold within one criterion. */
@Component
class CriterionRules {

    /** Chinese words of comparison; which include the number itself is the law's way of reading them. */
    private static final Map<Op, Set<String>> WORDS = Map.of(
            Op.GE, Set.of("以上", "不低于", "不少于", "达到", "至少"),
            Op.GT, Set.of("超过", "高于", "大于", "多于"),
            Op.LE, Set.of("以下", "以内", "不超过", "不高于", "不多于"),
            Op.LT, Set.of("不足", "低于", "少于", "小于"),
            Op.EQ, Set.of("等于", "全部", "全覆盖", "无", "没有"));

    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(10_000);
    private static final int DECIMALS = 2;

    private final Expressions expressions;
    private final Indicators indicators;

    CriterionRules(Expressions expressions, Indicators indicators) {
        this.expressions = expressions;
        this.indicators = indicators;
    }

    void check(Criterion criterion, String path, Faults faults) {
        points(criterion, path, faults);
        check(criterion.check(), path + ".check", faults);
        rule(criterion, path + ".points", faults);
        if (criterion.applicability() instanceof Applicability.When(var expression, var names)) {
            expression(expression, path + ".applicability.expression", faults);
        }
        var indicator = criterion.indicator();
        if (indicator != null) {
            try {
                indicators.get(indicator);
            } catch (Refused.NotFound e) {
                faults.add(path + ".indicator", "indicator-unknown", indicator);
            }
        }
    }

    private static void points(Criterion criterion, String path, Faults faults) {
        var brings = EnumSet.of(Role.SCORED, Role.DEDUCTION, Role.BONUS).contains(criterion.role());
        faults.require(isPoints(criterion.maxPoints()), path + ".maxPoints", "not-points");
        faults.require(
                brings == criterion.maxPoints().signum() > 0,
                path + ".maxPoints",
                brings ? "points-needed" : "points-none",
                criterion.role());
        faults.require(
                isPoints(criterion.floor()) && criterion.floor().compareTo(criterion.maxPoints()) <= 0,
                path + ".floor",
                "points-above",
                criterion.maxPoints());
        var cap = criterion.cap();
        faults.require(
                cap == null || isPoints(cap) && cap.compareTo(criterion.floor()) >= 0, path + ".cap", "not-points");
    }

    private static boolean isPoints(BigDecimal points) {
        return points.signum() >= 0
                && points.compareTo(MOST_POINTS) <= 0
                && points.stripTrailingZeros().scale() <= DECIMALS;
    }

    private void check(Check check, String path, Faults faults) {
        switch (check) {
            case Check.Measure measure -> measure(measure, path, faults);
            case Check.YesNo(var of) -> {
                if (of != null) {
                    expression(of, path + ".of", faults);
                }
            }
            case Check.Checklist(var items, var least) -> {
                StandardRules.once(items.stream().map(Check.Item::code).toList(), path + ".items[%d].code", faults);
                faults.require(least <= items.size(), path + ".least", "least-above", items.size());
            }
            case Check.Document(var kinds, var least) -> faults.require(!kinds.isEmpty(), path, "key-missing", "kinds");
            case Check.Panel(var scale, var pass) ->
                faults.require(
                        pass.signum() >= 0 && pass.compareTo(BigDecimal.valueOf(scale)) <= 0,
                        path + ".pass",
                        "points-above",
                        scale);
            case Check.All(var parts) -> all(parts, path, faults);
        }
    }

    private void all(List<Check.Part> parts, String path, Faults faults) {
        faults.require(parts.size() > 1, path, "parts-few");
        StandardRules.once(parts.stream().map(Check.Part::code).toList(), path + ".parts[%d].code", faults);
        for (var i = 0; i < parts.size(); i++) {
            if (!(parts.get(i).check() instanceof Check.All)) {
                check(parts.get(i).check(), path + ".parts[" + i + "].check", faults);
            }
        }
    }

    private void measure(Check.Measure measure, String path, Faults faults) {
        var of = measure.of();
        var per = measure.per();
        faults.require(per == null || of != null, path, "key-missing", "of");
        faults.require(measure.factor().signum() > 0, path + ".factor", "not-points");
        if (of != null) {
            expression(of, path + ".of", faults);
        }
        if (per != null) {
            expression("1 / (" + per + ")", path + ".per", faults);
        }
        var threshold = measure.threshold();
        var words = WORDS.getOrDefault(threshold.op(), Set.of());
        faults.require(
                words.contains(threshold.word()),
                path + ".threshold.word",
                "word-against-op",
                threshold.word(),
                threshold.op(),
                String.join("、", words));
    }

    private void expression(String text, String path, Faults faults) {
        try {
            expressions.check(text);
        } catch (IllegalArgumentException e) {
            faults.add(path, "expression", String.valueOf(e.getMessage()));
        }
    }

    private static void rule(Criterion criterion, String path, Faults faults) {
        var isPerDefect = criterion.points() instanceof PointRule.PerDefect;
        faults.require(criterion.role() != Role.DEDUCTION || isPerDefect, path, "deduction");
        faults.require(
                criterion.check() instanceof Check.Panel || !(criterion.points() instanceof PointRule.PanelMean),
                path,
                "panel");
        switch (criterion.points()) {
            case PointRule.AllOrNothing() -> {}
            case PointRule.Proportional(var from, var to) ->
                faults.require(from.compareTo(to) < 0, path + ".to", "not-ascending");
            case PointRule.Steps(var steps) -> steps(steps, criterion.maxPoints(), path, faults);
            case PointRule.PerDefect(var each) ->
                faults.require(isPoints(each) && each.signum() > 0, path + ".points", "not-points");
            case PointRule.PanelMean() -> {}
        }
    }

    /** Both the numbers and the points rise from step to step, up to all points and no further. */
    private static void steps(List<PointRule.Step> steps, BigDecimal most, String path, Faults faults) {
        faults.require(!steps.isEmpty(), path, "key-missing", "steps");
        for (var i = 0; i < steps.size(); i++) {
            var at = path + ".steps[" + i + "]";
            faults.require(
                    isPoints(steps.get(i).points()) && steps.get(i).points().compareTo(most) <= 0,
                    at + ".points",
                    "points-above",
                    most);
            faults.require(
                    i == 0
                            || steps.get(i).from().compareTo(steps.get(i - 1).from()) > 0
                                    && steps.get(i)
                                                    .points()
                                                    .compareTo(steps.get(i - 1).points())
                                            > 0,
                    at,
                    "not-ascending");
        }
    }
}
