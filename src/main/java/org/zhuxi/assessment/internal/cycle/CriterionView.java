package org.zhuxi.assessment.internal.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.AnswerEvidence;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.Area;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.DecidedResult;
import org.zhuxi.assessment.EvidenceRule;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.SavedAnswer;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.assessment.SiteCheck;
import org.zhuxi.platform.web.Wrong;

/**
 * One criterion as a page shows it.
 *
 * @param result what it comes to now
 * @param form its fields as they stand
 * @param proof what was typed beside a file that was refused; empty when none was
 */
public record CriterionView(
        Sheet sheet,
        Criterion criterion,
        CriterionResult result,
        AnswerForm form,
        Wrong wrong,
        Map<String, String> proof) {

    static List<CriterionView> all(Sheet sheet, ScoreSheet scored, AnswerSide side) {
        return sheet.standard().criteria().stream()
                .map(criterion -> one(sheet, scored, side, criterion))
                .toList();
    }

    static CriterionView one(Sheet sheet, ScoreSheet scored, AnswerSide side, Criterion criterion) {
        var said = sheet.answer(side, criterion.code());
        var shown = said == null ? sheet.answer(AnswerSide.SELF, criterion.code()) : said;
        var form = AnswerForm.of(shown == null ? Finding.NOTHING : shown.finding(), said == null ? "" : said.comment());
        return new CriterionView(
                sheet, criterion, scored.result(criterion.code()).orElseThrow(), form, Wrong.nothing(), Map.of());
    }

    /** The same with what was typed and what is wrong with it. */
    CriterionView again(AnswerForm typed, Wrong fault) {
        return new CriterionView(sheet, criterion, result, typed, fault, proof);
    }

    /** The same with what was typed beside a file. */
    CriterionView proving(Map<String, String> typed) {
        return new CriterionView(sheet, criterion, result, form, wrong, typed);
    }

    /** What was typed beside a file into a field; empty when nothing was. */
    public String proof(String field) {
        return proof.getOrDefault(field, "");
    }

    public Area area() {
        return sheet.standard().areas().stream()
                .filter(one -> one.code().equals(criterion.area()))
                .findFirst()
                .orElseThrow();
    }

    public @Nullable SavedAnswer said(AnswerSide side) {
        return sheet.answer(side, criterion.code());
    }

    /** What the program knows; null when it knows nothing. */
    public Sheet.@Nullable Filled filled() {
        return sheet.filled().get(criterion.code());
    }

    public List<AnswerEvidence> evidence() {
        return sheet.evidenceOf(criterion.code());
    }

    public Optional<DecidedResult> decided() {
        return sheet.decidedOf(criterion.code());
    }

    /** How many files of the kind a rule asks for are there. */
    public long there(EvidenceRule rule) {
        return evidence().stream().filter(one -> one.kind() == rule.kind()).count();
    }

    /** What each assessor of this round saw, in the order in which it came in. */
    public List<SiteCheck.Seen> seen() {
        return sheet.checks().stream()
                .flatMap(check -> Optional.ofNullable(check.findings().get(criterion.code())).stream())
                .toList();
    }

    /** Whether the assessors do not agree. */
    public boolean isDisputed() {
        return sheet.disagreements().contains(criterion.code());
    }

    /** Whether two sides come to different results. */
    public boolean isDifferent() {
        return Arrays.stream(AnswerSide.values())
                        .map(this::said)
                        .filter(Objects::nonNull)
                        .map(one -> one.outcome() + " " + one.points())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether nobody, not even the program, has said anything. */
    public boolean isBlank() {
        return said(AnswerSide.SELF) == null && filled() == null;
    }

    /** Whether it is a gap: neither met nor not asked. */
    public boolean isGap() {
        return !result.isFulfilled();
    }
}
