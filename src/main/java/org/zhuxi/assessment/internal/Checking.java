package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.CriterionResult.Reason;
import org.zhuxi.assessment.Finding;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Verdict;

/** Holds the answers of one finding against its checks. What nobody answered stays unknown. */
final class Checking {

    private final Finding finding;
    private final Proving proving;

    Checking(Finding finding, Proving proving) {
        this.finding = finding;
        this.proving = proving;
    }

    Seen see(Check check) {
        return check instanceof Check.All all
                ? all(all.parts())
                : one(check, finding.answers().get(Finding.ONLY));
    }

    /** Every part has to hold; one that does not is enough to say no, though points may stay unknown. */
    private Seen all(List<Check.Part> parts) {
        var seen = parts.stream()
                .map(part -> one(part.check(), finding.answers().get(part.code())))
                .toList();
        var held = seen.stream().filter(one -> one.verdict() == Verdict.YES).count();
        var open = seen.stream().filter(one -> one.verdict() == Verdict.UNKNOWN).count();
        var failed = first(parts, seen, Verdict.NO);
        var unknown = first(parts, seen, Verdict.UNKNOWN);
        var number = Span.of(held, held + open);
        if (failed != null) {
            return new Seen(Verdict.NO, number, failed);
        }
        return unknown == null
                ? new Seen(Verdict.YES, number, Reason.of("all-parts", parts.size()))
                : new Seen(Verdict.UNKNOWN, number, unknown);
    }

    private static @Nullable Reason first(List<Check.Part> parts, List<Seen> seen, Verdict sought) {
        for (var i = 0; i < parts.size(); i++) {
            if (seen.get(i).verdict() == sought) {
                return Reason.of("part", parts.get(i).names(), seen.get(i).reason());
            }
        }
        return null;
    }

    private Seen one(Check check, @Nullable Answer answer) {
        return switch (check) {
            case Check.Measure measure -> measured(measure, answer);
            case Check.YesNo yesNo ->
                answer instanceof Answer.YesNo(var yes)
                        ? Seen.of(yes, Span.of(yes ? 1 : 0, yes ? 1 : 0), Reason.of(yes ? "yes" : "no"))
                        : Seen.unknown(Reason.of("unanswered"));
            case Check.Checklist checklist -> ticked(checklist, answer);
            case Check.Document document -> documents(document, answer);
            case Check.Panel panel -> marks(panel, answer);
            case Check.All all -> throw new IllegalStateException("Checks of several are not nested");
        };
    }

    private static Seen measured(Check.Measure measure, @Nullable Answer answer) {
        var threshold = measure.threshold();
        return switch (answer) {
            case Answer.Amount(QualifiedNumber number) ->
                new Seen(
                        threshold.verdict(number),
                        Span.of(new Ratio(number.value(), BigDecimal.ONE), number.qualifier()),
                        Reason.of("measured", number, threshold));
            case Answer.Share(var ratio, var qualifier) ->
                new Seen(
                        threshold.verdict(ratio, measure.factor(), qualifier),
                        Span.of(new Ratio(ratio.part().multiply(measure.factor()), ratio.whole()), qualifier),
                        Reason.of("share", ratio, threshold));
            case null, default -> Seen.unknown(Reason.of("unmeasured"));
        };
    }

    private static Seen ticked(Check.Checklist checklist, @Nullable Answer answer) {
        if (!(answer instanceof Answer.Ticked(var items))) {
            return Seen.unknown(Reason.of("unanswered"));
        }
        var there = checklist.items().stream()
                .filter(item -> items.contains(item.code()))
                .count();
        return Seen.of(
                there >= checklist.least(),
                Span.of(there, there),
                Reason.of("ticked", there, checklist.items().size(), checklist.least()));
    }

    /** Too few documents are no failure until somebody has said that there are none. */
    private Seen documents(Check.Document document, @Nullable Answer answer) {
        var there = proving.count(document.kinds());
        var reason = Reason.of("documents", there, document.least());
        if (there >= document.least()) {
            return Seen.of(true, Span.of(there, there), reason);
        }
        return Objects.equals(answer, new Answer.YesNo(false))
                ? Seen.of(false, Span.of(there, there), reason)
                : Seen.unknown(reason);
    }

    private static Seen marks(Check.Panel panel, @Nullable Answer answer) {
        if (!(answer instanceof Answer.Marks(var marks)) || marks.isEmpty()) {
            return Seen.unknown(Reason.of("no-marks"));
        }
        var scale = BigDecimal.valueOf(panel.scale());
        if (marks.stream().anyMatch(mark -> mark.signum() < 0 || mark.compareTo(scale) > 0)) {
            return Seen.unknown(Reason.of("marks-off-scale", panel.scale()));
        }
        var sum = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var mean = new Ratio(sum, BigDecimal.valueOf(marks.size()));
        var share = new Ratio(sum, BigDecimal.valueOf(marks.size()).multiply(scale));
        return Seen.of(
                Span.compare(mean, panel.pass()) >= 0,
                new Span(share, share),
                Reason.of("mean", mean.times(BigDecimal.ONE, 2), panel.scale(), marks.size()));
    }
}
