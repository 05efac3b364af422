package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.CriterionResult.Reason;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.EvidenceRule;
import org.zhuxi.assessment.PassRule;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.assessment.Threshold;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.web.Page;

/** What a standard asks, in the reader's words. */
public final class Wording {

    private static final Pattern CODE = Pattern.compile("[#N]\\{([a-z0-9.-]+)}");

    private final Page page;
    private final Map<String, Names> terms;

    private Wording(Page page, Map<String, Names> terms) {
        this.page = page;
        this.terms = terms;
    }

    /** @param terms what measures and indicators are called, by code */
    public static Wording of(Page page, Map<String, Names> terms) {
        return new Wording(page, terms);
    }

    static Map<String, Names> terms(Indicators indicators) {
        var terms = indicators.list("").stream()
                .collect(Collectors.toMap(IndicatorDefinition::code, IndicatorDefinition::names));
        indicators.measures().forEach((code, measure) -> terms.put(code, measure.names()));
        return terms;
    }

    /** One line a check. */
    public List<String> checks(Check check) {
        if (!(check instanceof Check.All(var parts))) {
            return List.of(one(check));
        }
        return parts.stream()
                .map(part -> part.check() instanceof Check.YesNo
                        ? page.name(part.names())
                        : page.t("assessment.reason.part", part.names(), one(part.check())))
                .toList();
    }

    private String one(Check check) {
        return switch (check) {
            case Check.Measure measure ->
                measure.of() == null
                        ? threshold(measure.threshold())
                        : page.t("assessment.check.measure", number(measure), threshold(measure.threshold()));
            case Check.YesNo yesNo -> page.t("assessment.check.yes");
            case Check.Checklist(var items, var least) ->
                page.t(
                        "assessment.check.list",
                        least,
                        items.size(),
                        items.stream().map(item -> page.name(item.names())).collect(Collectors.joining(comma())));
            case Check.Document(var kinds, var least) ->
                page.t(
                        "assessment.check.documents",
                        least,
                        kinds.stream().sorted().map(this::kind).collect(Collectors.joining(comma())));
            case Check.Panel(var scale, var pass) -> page.t("assessment.check.panel", scale, number(pass));
            case Check.All(var parts) -> page.t("assessment.reason.all-parts", parts.size());
        };
    }

    private String comma() {
        return page.t("assessment.comma");
    }

    private String number(Check.Measure measure) {
        var of = expression(String.valueOf(measure.of()));
        var per = measure.per();
        return per == null ? of : of + " ÷ " + expression(per);
    }

    /** An expression with the names of what it is reckoned from. */
    public String expression(String text) {
        return CODE.matcher(text).replaceAll(found -> {
            var names = terms.get(found.group(1));
            return Matcher.quoteReplacement(names == null ? found.group(1) : page.name(names));
        });
    }

    /** With the word of the standard, and whether it includes the number itself. */
    public String threshold(Threshold threshold) {
        return page.t(
                "assessment.threshold." + threshold.op().name(),
                threshold.word(),
                number(threshold.value()),
                threshold.unit());
    }

    /** What it is worth, or what it does. */
    public List<String> worth(Criterion criterion) {
        var lines = new ArrayList<String>();
        if (criterion.maxPoints().signum() > 0) {
            lines.add(page.t("assessment.points.most", number(criterion.maxPoints())));
        }
        switch (criterion.points()) {
            case PointRule.AllOrNothing() -> {}
            case PointRule.Proportional(var from, var to) ->
                lines.add(page.t("assessment.points.proportional", number(from), number(to)));
            case PointRule.Steps(var steps) ->
                steps.forEach(step ->
                        lines.add(page.t("assessment.points.step", number(step.from()), number(step.points()))));
            case PointRule.PerDefect(var each) -> lines.add(page.t("assessment.points.defect", number(each)));
            case PointRule.PanelMean() -> lines.add(page.t("assessment.points.mean"));
        }
        return lines;
    }

    /** Of whom it is asked; empty when of everybody. */
    public String asked(Criterion criterion) {
        var then = page.t("assessment.not-asked." + criterion.onNotApplicable().name());
        return switch (criterion.applicability()) {
            case Applicability.Always() -> "";
            case Applicability.When(var expression, var names) -> page.t("assessment.asked.when", names, then);
            case Applicability.CertifiedZero(var names) -> page.t("assessment.asked.zero", names, then);
        };
    }

    public String kind(EvidenceKind kind) {
        return page.t("assessment.evidence." + kind.name());
    }

    public String evidence(EvidenceRule rule) {
        var words = new ArrayList<String>();
        words.add(page.t("assessment.evidence.count", kind(rule.kind()), rule.min()));
        if (rule.maxAgeDays() != null) {
            words.add(page.t("assessment.evidence.age", rule.maxAgeDays()));
        }
        if (rule.mustBeGeoInside()) {
            words.add(page.t("assessment.evidence.inside"));
        }
        if (rule.mustShowDate()) {
            words.add(page.t("assessment.evidence.dated"));
        }
        return String.join(comma(), words);
    }

    public String passRule(PassRule rule) {
        return switch (rule) {
            case PassRule.AllMet() -> page.t("assessment.rule.ALL_MET");
            case PassRule.ScoreAtLeast(var score) -> page.t("assessment.rule.SCORE_GE", number(score));
            case PassRule.Levels(var levels) ->
                page.t(
                        "assessment.rule.LEVEL_MATRIX",
                        levels.stream().map(level -> page.name(level.names())).collect(Collectors.joining(comma())));
        };
    }

    /** Why something came out so. */
    public String reason(Reason reason) {
        return page.t(
                reason.key(), reason.arguments().stream().map(this::argument).toArray());
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case Reason inner -> reason(inner);
            case Threshold threshold -> threshold(threshold);
            case EvidenceKind kind -> kind(kind);
            case QualifiedNumber number -> number.original();
            case Ratio ratio -> number(ratio.part()) + " ÷ " + number(ratio.whole());
            case BigDecimal number -> number(number);
            default -> argument;
        };
    }

    /** With as many decimals as it has. */
    public String number(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : page.number(number, Math.max(0, number.stripTrailingZeros().scale()));
    }
}
