package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuxi.assessment.Samples.DAY;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhuxi.assessment.Criterion.OnNotApplicable;
import org.zhuxi.assessment.Criterion.Role;
import org.zhuxi.assessment.CriterionResult.Outcome;
import org.zhuxi.assessment.ScoreSheet.Decision;
import org.zhuxi.indicator.QualifiedNumber;

/** What holds for every standard and every finding. */
class ScoringPropertyTests {

    private static final List<Area> AREAS = List.of(
            new Area("one", Samples.NAMES, null, null), new Area("two", Samples.NAMES, null, new BigDecimal("1")));

    private final Scoring scoring = new Scoring();

    /** A standard with findings for it. */
    record Held(StandardVersion standard, Map<String, Finding> findings) {}

    @Property(tries = 300)
    void pointsStayWithinBoundsAndAreasAddUp(@ForAll("held") Held held) {
        var sheet = scoring.score(held.standard(), held.findings(), DAY);
        sheet.results()
                .forEach(result -> assertThat(result.points())
                        .isBetween(BigDecimal.ZERO, result.maxPoints())
                        .hasScaleOf(2));
        assertThat(sheet.areas().stream().map(ScoreSheet.AreaTotal::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sheet.rawScore());
        assertThat(sheet.areas().stream().map(ScoreSheet.AreaTotal::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sheet.maxApplicable());
    }

    @Property(tries = 300)
    void aFailedVetoOrAnOpenCriterionNeverPasses(@ForAll("held") Held held) {
        var sheet = scoring.score(held.standard(), held.findings(), DAY);
        if (!sheet.vetoesFailed().isEmpty()
                || !sheet.gatesFailed().isEmpty()
                || !sheet.open().isEmpty()) {
            assertThat(sheet.decision()).isNotEqualTo(Decision.PASS);
        }
        assertThat(sheet.decision() == Decision.OPEN).isEqualTo(!sheet.open().isEmpty() || sheet.score() == null);
    }

    @Property(tries = 300)
    void theSameFindingsGiveTheSameSheet(@ForAll("held") Held held) {
        assertThat(scoring.score(held.standard(), held.findings(), DAY))
                .isEqualTo(scoring.score(held.standard(), held.findings(), DAY));
    }

    @Property(tries = 300)
    void whatDoesNotApplyNeverLowersAFullScore(@ForAll("held") Held held, @ForAll int which) {
        var standard = held.standard();
        var findings = new HashMap<String, Finding>();
        standard.criteria().forEach(one -> findings.put(one.code(), Finding.of(full(one))));
        var before = scoring.score(standard, findings, DAY);
        var chosen =
                standard.criteria().get(Math.floorMod(which, standard.criteria().size()));
        findings.put(
                chosen.code(), new Finding(Map.of(), null, null, Samples.certificate(UUID.randomUUID()), List.of()));
        var after = scoring.score(standard, findings, DAY);
        assertThat(after.result(chosen.code()).orElseThrow().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(before.rescaledScore()).isEqualTo("100.00");
        if (after.score() != null) {
            assertThat(after.rescaledScore()).isEqualTo("100.00");
        }
    }

    private static Answer full(Criterion criterion) {
        return Answer.Amount.of(
                criterion.points() instanceof PointRule.PerDefect ? BigDecimal.ZERO : new BigDecimal("100"));
    }

    @Provide
    Arbitrary<Held> held() {
        return Combinators.combine(criterion(Role.SCORED), Arbitraries.of(Role.values()))
                .as((first, role) -> first)
                .flatMap(first -> Arbitraries.integers().between(1, 7).flatMap(count -> criteria(first, count)));
    }

    private Arbitrary<Held> criteria(Criterion first, int count) {
        var roles = Arbitraries.of(Role.SCORED, Role.DEDUCTION, Role.VETO, Role.GATE);
        return roles.flatMap(this::criterion).list().ofSize(count).flatMap(rest -> {
            var criteria = IntStream.range(0, rest.size() + 1)
                    .mapToObj(i -> numbered(i == 0 ? first : rest.get(i - 1), i))
                    .toList();
            var rule = new PassRule.ScoreAtLeast(new BigDecimal("70"));
            var standard = Samples.standard(rule, AREAS, criteria);
            return finding()
                    .list()
                    .ofSize(criteria.size())
                    .map(found -> new Held(
                            standard,
                            IntStream.range(0, criteria.size())
                                    .boxed()
                                    .collect(Collectors.toMap(
                                            i -> criteria.get(i).code(), found::get))));
        });
    }

    private static Criterion numbered(Criterion it, int number) {
        return Samples.criterion(
                "c" + number,
                it.area(),
                it.role(),
                it.maxPoints().toPlainString(),
                it.check(),
                it.points(),
                it.applicability(),
                it.onNotApplicable());
    }

    private Arbitrary<Criterion> criterion(Role role) {
        var points = Arbitraries.integers().between(2, 4_000).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
        return Combinators.combine(
                        points,
                        Arbitraries.of("one", "two"),
                        Arbitraries.of(OnNotApplicable.values()),
                        Arbitraries.integers().between(0, 2))
                .as((max, area, then, kind) -> {
                    var isDeduction = role == Role.DEDUCTION;
                    var brings = isDeduction || role == Role.SCORED;
                    return Samples.criterion(
                            "c",
                            area,
                            role,
                            brings ? max.toPlainString() : "0",
                            isDeduction
                                    ? new Check.Measure(
                                            null,
                                            null,
                                            BigDecimal.ONE,
                                            new Threshold(Threshold.Op.EQ, BigDecimal.ZERO, "处", "无"))
                                    : Samples.atLeast("30"),
                            isDeduction ? new PointRule.PerDefect(new BigDecimal("0.7")) : rule(kind, max),
                            new Applicability.CertifiedZero(Samples.NAMES),
                            then);
                });
    }

    private static PointRule rule(int kind, BigDecimal max) {
        return switch (kind) {
            case 0 -> new PointRule.AllOrNothing();
            case 1 -> new PointRule.Proportional(new BigDecimal("10"), new BigDecimal("100"));
            default ->
                new PointRule.Steps(List.of(
                        new PointRule.Step(new BigDecimal("30"), new BigDecimal("0.01")),
                        new PointRule.Step(new BigDecimal("90"), max)));
        };
    }

    private static Arbitrary<Finding> finding() {
        var amounts = Combinators.combine(Arbitraries.integers().between(-5, 120), Arbitraries.of("", "近", "超", "约"))
                .as((number, word) -> Finding.of(new Answer.Amount(
                        QualifiedNumber.parse(word + Math.abs(number)).orElseThrow())));
        var shares = Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(1, 50))
                .as((part, whole) -> Finding.of(Answer.Share.of(part, whole)));
        var zeros = Arbitraries.of(true, false)
                .map(signed -> new Finding(
                        Map.of(), null, null, Samples.certificate(signed ? new UUID(1, 2) : null), List.of()));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, amounts),
                net.jqwik.api.Tuple.of(3, shares),
                net.jqwik.api.Tuple.of(1, zeros),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Finding.NOTHING)));
    }
}
