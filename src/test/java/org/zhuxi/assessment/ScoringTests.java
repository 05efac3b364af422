package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuxi.assessment.Samples.DAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.assessment.Criterion.OnNotApplicable;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.CriterionResult.Outcome;
import org.zhuxi.assessment.ScoreSheet.Decision;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Verdict;

/** Criteria and score sheets, one rule at a time. */
class ScoringTests {

    private static final PassRule SEVENTY = new PassRule.ScoreAtLeast(new BigDecimal("70"));
    private final Scoring scoring = new Scoring();

    @ParameterizedTest
    @CsvSource({
        "GE, 30, YES",
        "GE, 29.99, NO",
        "GT, 30, NO",
        "GT, 30.01, YES",
        "LE, 30, YES",
        "LT, 30, NO",
        "EQ, 30.00, YES",
        "GE, 30余, YES",
        "GE, 29余, UNKNOWN",
        "GT, 30余, UNKNOWN",
        "GT, 31余, YES",
        "LE, 30余, UNKNOWN",
        "LE, 31余, NO",
        "LT, 30余, NO",
        "LT, 29余, UNKNOWN",
        "EQ, 30余, UNKNOWN",
        "EQ, 31余, NO",
        "GE, 近30, UNKNOWN",
        "GE, 近29, NO",
        "GT, 近30, NO",
        "GT, 近31, UNKNOWN",
        "LE, 近30, YES",
        "LE, 近31, UNKNOWN",
        "LT, 近30, UNKNOWN",
        "LT, 近29, YES",
        "EQ, 近29, NO",
        "EQ, 近30, UNKNOWN",
        "GE, 约30, UNKNOWN",
        "LT, 约1, UNKNOWN"
    })
    void aQualifiedNumberSaysNoMoreThanItKnows(Threshold.Op op, String printed, Verdict verdict) {
        var threshold = new Threshold(op, new BigDecimal("30"), "%", "");
        assertThat(threshold.verdict(QualifiedNumber.parse(printed).orElseThrow()))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"70.00, PASS", "69.99, FAIL", "70.01, PASS", "100, PASS", "0, FAIL"})
    void seventyPassesAndAHundredthLessFails(String points, Decision decision) {
        var rule = new PointRule.Proportional(BigDecimal.ZERO, new BigDecimal("100"));
        var standard = only(SEVENTY, Samples.criterion("c", Role.SCORED, "100", Samples.atLeast("1"), rule));
        var sheet = scoring.score(standard, Map.of("c", Finding.of(Answer.Amount.of(new BigDecimal(points)))), DAY);
        assertThat(sheet.decision()).isEqualTo(decision);
        assertThat(sheet.rawScore()).isEqualByComparingTo(points);
    }

    private static StandardVersion only(PassRule rule, Criterion... criteria) {
        return Samples.standard(rule, List.of(Samples.ONLY), List.of(criteria));
    }

    private static Criterion yes(String code, Role role, String points) {
        return Samples.criterion(code, role, points, new Check.YesNo(null), new PointRule.AllOrNothing());
    }

    private static Finding said(boolean yes) {
        return Finding.of(new Answer.YesNo(yes));
    }

    @Test
    void whatPrintsAsSeventyAfterRescalingNeedNotPass() {
        // 48.9999… of 70: 69.9985 prints as 70.00
        var rule = new PointRule.Proportional(BigDecimal.ZERO, new BigDecimal("100"));
        var big = Samples.criterion("big", Role.SCORED, "6666.66", Samples.atLeast("1"), rule);
        var sheet = scoring.score(
                only(SEVENTY, big), Map.of("big", Finding.of(Answer.Amount.of(new BigDecimal("69.9999")))), DAY);
        assertThat(sheet.rescaledScore()).isEqualTo("70.00");
        assertThat(sheet.decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void whatNobodyHasAssessedBlocksTheDecision() {
        var standard = only(new PassRule.AllMet(), yes("a", Role.REQUIRED, "0"), yes("b", Role.REQUIRED, "0"));
        assertThat(scoring.score(standard, Map.of("a", said(true)), DAY).decision())
                .isEqualTo(Decision.OPEN);
        assertThat(scoring.score(standard, Map.of("a", said(true)), DAY).open()).containsExactly("b");
        assertThat(scoring.score(standard, Map.of("a", said(true), "b", said(true)), DAY)
                        .decision())
                .isEqualTo(Decision.PASS);
        assertThat(scoring.score(standard, Map.of("a", said(true), "b", said(false)), DAY)
                        .decision())
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void aFailedGateFailsAFullScore() {
        var standard = only(SEVENTY, yes("a", Role.SCORED, "100"), yes("g", Role.GATE, "0"));
        var sheet = scoring.score(standard, Map.of("a", said(true), "g", said(false)), DAY);
        assertThat(sheet.gatesFailed()).containsExactly("g");
        assertThat(sheet.decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void aBonusLiesOnTopAndItsCapHolds() {
        var bonus = new Criterion(
                "b",
                "all",
                2,
                Samples.NAMES,
                Samples.NAMES,
                Role.BONUS,
                new BigDecimal("10"),
                BigDecimal.ZERO,
                new BigDecimal("4"),
                Set.of(),
                new Check.YesNo(null),
                new PointRule.AllOrNothing(),
                new Applicability.Always(),
                OnNotApplicable.COUNT_AS_MET,
                List.of(),
                null,
                Criterion.VerifiedBy.DESK,
                null,
                List.of(),
                new Criterion.Supply(Set.of(), Samples.NAMES, "/work"),
                null,
                false);
        var standard = only(SEVENTY, yes("a", Role.SCORED, "66"), yes("c", Role.SCORED, "34"), bonus);
        var sheet = scoring.score(standard, Map.of("a", said(true), "c", said(false), "b", said(true)), DAY);
        assertThat(sheet.rescaledScore()).isEqualTo("70.00");
        assertThat(sheet.decision()).isEqualTo(Decision.PASS);
        assertThat(sheet.maxApplicable()).isEqualTo("100.00");
    }

    @Test
    void areasHaveWeightsAndLeastPoints() {
        var one = new Area("one", Samples.NAMES, new BigDecimal("0.75"), null);
        var other = new Area("other", Samples.NAMES, new BigDecimal("0.25"), new BigDecimal("20"));
        var criteria = List.of(in("one", "a", "50"), in("other", "b", "20"), in("other", "c", "20"));
        var standard = Samples.standard(SEVENTY, List.of(one, other), criteria);
        var sheet = scoring.score(standard, Map.of("a", said(true), "b", said(true), "c", said(false)), DAY);
        assertThat(sheet.rescaledScore()).isEqualTo("87.50");
        assertThat(sheet.areasShort()).isEmpty();
        var less = scoring.score(standard, Map.of("a", said(true), "b", said(false), "c", said(false)), DAY);
        assertThat(less.rescaledScore()).isEqualTo("75.00");
        assertThat(less.areasShort()).containsExactly("other");
        assertThat(less.decision()).isEqualTo(Decision.FAIL);
    }

    private static Criterion in(String area, String code, String points) {
        return Samples.criterion(
                code,
                area,
                Role.SCORED,
                points,
                new Check.YesNo(null),
                new PointRule.AllOrNothing(),
                new Applicability.Always(),
                OnNotApplicable.COUNT_AS_MET);
    }

    @Test
    void aPanelsMeanLeavesOutWhoGaveNoMark() {
        var panel = Samples.criterion(
                "p", Role.SCORED, "10", new Check.Panel(5, new BigDecimal("3")), new PointRule.PanelMean());
        var sheet = scoring.score(
                only(SEVENTY, panel),
                Map.of("p", Finding.of(new Answer.Marks(List.of(new BigDecimal("5"), new BigDecimal("3"))))),
                DAY);
        assertThat(sheet.rawScore()).isEqualTo("8.00");
        assertThat(sheet.results().getFirst().outcome()).isEqualTo(Outcome.MET);
        var wrong = Finding.of(new Answer.Marks(List.of(new BigDecimal("6"))));
        assertThat(scoring.score(only(SEVENTY, panel), Map.of("p", wrong), DAY).decision())
                .isEqualTo(Decision.OPEN);
    }

    @Test
    void proofHasToBeThereVerifiedYoungEnoughAndInside() {
        var rule = new EvidenceRule(EvidenceKind.PHOTO, 1, 90, true, true);
        var plain = yes("a", Role.REQUIRED, "0");
        var proved = new Criterion(
                plain.code(),
                plain.area(),
                1,
                plain.names(),
                plain.text(),
                plain.role(),
                plain.maxPoints(),
                plain.floor(),
                null,
                Set.of(),
                plain.check(),
                plain.points(),
                plain.applicability(),
                plain.onNotApplicable(),
                List.of(rule),
                null,
                plain.verifiedBy(),
                null,
                List.of(),
                plain.supply(),
                null,
                false);
        var standard = only(new PassRule.AllMet(), proved);
        var good = new Finding.Item(UUID.randomUUID(), EvidenceKind.PHOTO, DAY.minusDays(90), true, true, true);
        var id = good.id();
        var useless = List.of(
                new Finding.Item(id, EvidenceKind.MAP, DAY, true, true, true),
                new Finding.Item(id, EvidenceKind.PHOTO, DAY.minusDays(91), true, true, true),
                new Finding.Item(id, EvidenceKind.PHOTO, DAY.plusDays(1), true, true, true),
                new Finding.Item(id, EvidenceKind.PHOTO, DAY, true, false, true),
                new Finding.Item(id, EvidenceKind.PHOTO, DAY, true, true, false),
                new Finding.Item(id, EvidenceKind.PHOTO, DAY, false, true, true));

        var met = scoring.score(standard, Map.of("a", said(true).provedBy(List.of(good))), DAY);
        assertThat(met.decision()).isEqualTo(Decision.PASS);
        assertThat(met.results().getFirst().evidence()).containsExactly(id);
        useless.forEach(item -> assertThat(scoring.score(
                                standard, Map.of("a", said(true).provedBy(List.of(item))), DAY)
                        .results()
                        .getFirst()
                        .outcome())
                .as("%s", item)
                .isEqualTo(Outcome.NOT_ASSESSED));
        var claimed = Map.of("a", said(true).provedBy(List.of(useless.getLast())));
        assertThat(scoring.score(standard, claimed, DAY, Proof.CLAIMED).decision())
                .isEqualTo(Decision.PASS);
        assertThat(scoring.score(standard, Map.of("a", said(false)), DAY).decision())
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void aCriterionThatDoesNotApplyFollowsItsRule() {
        for (var then : OnNotApplicable.values()) {
            var perhaps = Samples.criterion(
                    "n",
                    "all",
                    Role.SCORED,
                    "40",
                    new Check.YesNo(null),
                    new PointRule.AllOrNothing(),
                    new Applicability.When("#{heritage.inspected}", Samples.NAMES),
                    then);
            var standard = only(SEVENTY, yes("a", Role.SCORED, "60"), perhaps);
            var not = new Finding(Map.of(), null, false, null, List.of());
            var sheet = scoring.score(standard, Map.of("a", said(true), "n", not), DAY);
            assertThat(sheet.rescaledScore()).isEqualTo("100.00");
            assertThat(sheet.rawScore()).isEqualTo(then == OnNotApplicable.EXCLUDE_AND_RESCALE ? "60.00" : "100.00");
            var unknown = scoring.score(standard, Map.of("a", said(true), "n", said(true)), DAY);
            assertThat(unknown.decision()).isEqualTo(Decision.OPEN);
        }
    }

    @Test
    void defectsAreCountedByThemselvesWhereTheCheckIsNoNumber() {
        var rule = new PointRule.PerDefect(new BigDecimal("1.5"));
        var standard = only(SEVENTY, Samples.criterion("d", Role.DEDUCTION, "5", new Check.YesNo(null), rule));
        var uncounted = scoring.score(standard, Map.of("d", said(false)), DAY);
        assertThat(uncounted.decision()).isEqualTo(Decision.OPEN);
        var two = new Finding(Map.of(Finding.ONLY, new Answer.YesNo(false)), 2, null, null, List.of());
        var sheet = scoring.score(standard, Map.of("d", two), DAY);
        assertThat(sheet.rawScore()).isEqualTo("2.00");
        assertThat(sheet.results().getFirst().outcome()).isEqualTo(Outcome.PARTLY);
    }
}
