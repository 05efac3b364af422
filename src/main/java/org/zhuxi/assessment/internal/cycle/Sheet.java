package org.zhuxi.assessment.internal.cycle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.AnswerEvidence;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.DecidedResult;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.SavedAnswer;
import org.zhuxi.assessment.SiteCheck;
import org.zhuxi.assessment.StandardVersion;

/**
 * Everything known about one assessment: what each side says, what the program fills in, what proves it, what was seen on site
 * and what was decided.
 *
 * @param filled what the program answers by itself, by code of the criterion
 * @param checks of the present round
 */
public record Sheet(
        CommunityAssessment assessment,
        Cycle cycle,
        StandardVersion standard,
        List<SavedAnswer> answers,
        Map<String, Filled> filled,
        List<AnswerEvidence> evidence,
        List<SiteCheck> checks,
        List<DecidedResult> decided) {

    /**
     * What the program knows.
     *
     * @param path page it comes from
     */
    public record Filled(Finding finding, String path) {}

    /** What one side says of a criterion, or null. */
    public @Nullable SavedAnswer answer(AnswerSide side, String criterion) {
        return answers.stream()
                .filter(one -> one.side() == side && one.criterion().equals(criterion))
                .findFirst()
                .orElse(null);
    }

    public List<AnswerEvidence> evidenceOf(String criterion) {
        return evidence.stream()
                .filter(one -> one.criterion().equals(criterion))
                .toList();
    }

    public Optional<DecidedResult> decidedOf(String criterion) {
        return decided.stream().filter(one -> one.criterion().equals(criterion)).findFirst();
    }

    /** What a side holds of everything: its own words, else those of the sides below, completed by what the program knows. */
    public Map<String, Finding> findings(AnswerSide side, LocalDate today) {
        var found = new HashMap<String, Finding>();
        for (var criterion : standard.criteria()) {
            found.put(criterion.code(), finding(side, criterion, today));
        }
        return found;
    }

    /** What a side holds of one criterion. */
    public Finding finding(AnswerSide side, Criterion criterion, LocalDate today) {
        var said = said(side, criterion.code());
        var known = filled.get(criterion.code());
        var finding = said == null ? Finding.NOTHING : said.finding();
        var whole = known == null ? finding : finding.completedBy(known.finding());
        return whole.provedBy(evidenceOf(criterion.code()).stream()
                .map(one -> one.item(today))
                .toList());
    }

    private @Nullable SavedAnswer said(AnswerSide side, String criterion) {
        for (var below = side.ordinal(); below >= 0; below--) {
            var answer = answer(AnswerSide.values()[below], criterion);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** What is decided on: what the last level holds, and against it what was seen on site, unless that level spoke after it. */
    public Map<String, Finding> decisive(LocalDate today) {
        var side = last();
        var found = findings(side, today);
        for (var criterion : standard.criteria()) {
            var own = answer(side, criterion.code());
            var isSettled =
                    own != null && checks.stream().allMatch(check -> own.at().isAfter(check.receivedAt()));
            if (!isSettled && isSite(criterion)) {
                found.put(
                        criterion.code(), OnSite.applied(criterion, finding(side, criterion, today), seen(criterion)));
            }
        }
        return found;
    }

    /** The side of the highest level that reviews. */
    public AnswerSide last() {
        return AnswerSide.of(
                cycle.levels().stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    private List<SiteCheck.Seen> seen(Criterion criterion) {
        return checks.stream()
                .flatMap(check -> Optional.ofNullable(check.findings().get(criterion.code())).stream())
                .toList();
    }

    /** Whether a criterion is looked at on site. */
    public static boolean isSite(Criterion criterion) {
        return criterion.verifiedBy() != Criterion.VerifiedBy.DESK;
    }

    /** Codes of the criteria on which the assessors do not agree. */
    public Set<String> disagreements() {
        var found = new HashSet<String>();
        for (var criterion : standard.criteria()) {
            var seen = seen(criterion);
            if (seen.stream()
                            .map(one -> one.met() + "/" + one.defects())
                            .distinct()
                            .count()
                    > 1) {
                found.add(criterion.code());
            }
        }
        return found;
    }
}
