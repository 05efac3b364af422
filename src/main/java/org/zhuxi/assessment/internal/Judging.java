package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.CriterionResult.Outcome;
import org.zhuxi.assessment.CriterionResult.Reason;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.assessment.Proof;
import org.zhuxi.indicator.Verdict;

/** Holds one finding against one criterion. */
public final class Judging {

    private final LocalDate asOf;
    private final Proof proof;

    public Judging(LocalDate asOf, Proof proof) {
        this.asOf = asOf;
        this.proof = proof;
    }

    public CriterionResult judge(Criterion criterion, Finding finding) {
        if (Boolean.FALSE.equals(finding.applies()) && !(criterion.applicability() instanceof Applicability.When)) {
            return notAsked(criterion, Reason.of("not-of-this-kind"));
        }
        return switch (criterion.applicability()) {
            case Applicability.Always() -> judged(criterion, finding);
            case Applicability.When(var expression, var names) -> {
                if (finding.applies() == null) {
                    yield open(criterion, Reason.of("applies-unknown", names));
                }
                yield finding.applies()
                        ? judged(criterion, finding)
                        : notAsked(criterion, Reason.of("not-asked", names));
            }
            case Applicability.CertifiedZero(var names) -> {
                if (finding.zero() == null) {
                    yield judged(criterion, finding);
                }
                yield finding.zero().signer() == null
                        ? open(criterion, Reason.of("zero-unsigned", names))
                        : notAsked(criterion, Reason.of("zero", names));
            }
        };
    }

    private static CriterionResult open(Criterion criterion, Reason reason) {
        var points = new Points(criterion);
        return new CriterionResult(
                criterion.code(), Outcome.NOT_ASSESSED, points.least(), points.most(), reason, List.of());
    }

    private static CriterionResult notAsked(Criterion criterion, Reason reason) {
        var most = new Points(criterion).most();
        var isCounted = criterion.onNotApplicable() != Criterion.OnNotApplicable.EXCLUDE_AND_RESCALE
                && criterion.role() != Criterion.Role.BONUS;
        var points = isCounted ? most : BigDecimal.ZERO.setScale(most.scale());
        return new CriterionResult(criterion.code(), Outcome.NOT_APPLICABLE, points, points, reason, List.of());
    }

    private CriterionResult judged(Criterion criterion, Finding finding) {
        var proving = new Proving(finding.evidence(), asOf, proof);
        var seen = new Checking(finding, proving).see(criterion.check());
        if (seen.verdict() == Verdict.UNKNOWN) {
            return open(criterion, seen.reason());
        }
        var points = new Points(criterion);
        var number = number(criterion, finding, seen);
        var earned = number == null
                ? null
                : points.of(seen.verdict() == Verdict.YES, number).orElse(null);
        if (earned == null) {
            return open(
                    criterion,
                    number == null ? Reason.of("defects-uncounted") : Reason.of("points-unsure", seen.reason()));
        }
        var outcome = outcome(criterion, seen, earned.compareTo(points.least()) > 0);
        if (outcome != Outcome.NOT_MET) {
            var missing = proving.missing(criterion);
            if (missing.isPresent()) {
                return open(criterion, missing.get());
            }
        }
        return new CriterionResult(
                criterion.code(), outcome, earned, points.most(), seen.reason(), proving.carrying(criterion));
    }

    /** Defects are counted by themselves, or are the number measured; null when nobody counted them. */
    private static @Nullable Span number(Criterion criterion, Finding finding, Seen seen) {
        if (!(criterion.points() instanceof PointRule.PerDefect)) {
            return seen.number();
        }
        if (finding.defects() != null) {
            return Span.of(finding.defects(), finding.defects());
        }
        return criterion.check() instanceof Check.Measure ? seen.number() : null;
    }

    /** A criterion with a threshold is met from there on, even where more points could be had. */
    private static Outcome outcome(Criterion criterion, Seen seen, boolean hasPoints) {
        if (seen.verdict() == Verdict.YES) {
            return Outcome.MET;
        }
        var isHalf = criterion.role() == Criterion.Role.REQUIRED
                && criterion.check() instanceof Check.All
                && Objects.requireNonNull(seen.number()).low().part().signum() > 0;
        return hasPoints || isHalf ? Outcome.PARTLY : Outcome.NOT_MET;
    }
}
