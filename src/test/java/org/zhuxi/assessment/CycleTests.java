package org.zhuxi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.assessment.internal.cycle.Draw;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.job.RecurringJob;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A community's way through a cycle, and what cannot happen on it. */
@ZhuxiTest
@Import(World.class)
class CycleTests {

    private static final Set<ReviewLevel> ALL = EnumSet.allOf(ReviewLevel.class);

    private final Trial trial;
    private final Objections objections;
    private final Titles titles;
    private final SampleDraws samples;
    private final AssessmentCounts counts;
    private final Indicators indicators;
    private final Rollups rollups;
    private final Accounts accounts;
    private final RecurringJob objectorForgetting;

    CycleTests(
            AutowireCapableBeanFactory beans,
            Objections objections,
            Titles titles,
            SampleDraws samples,
            AssessmentCounts counts,
            Indicators indicators,
            Rollups rollups,
            Accounts accounts,
            RecurringJob objectorForgetting) {
        this.trial = beans.createBean(Trial.class);
        this.objections = objections;
        this.titles = titles;
        this.samples = samples;
        this.counts = counts;
        this.indicators = indicators;
        this.rollups = rollups;
        this.accounts = accounts;
        this.objectorForgetting = objectorForgetting;
    }

    @Test
    void aCommunityAttainsIsNamedAndCounts() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        var noticed = trial.giveNotice(begun);
        assertThat(noticed.state()).isEqualTo(AssessmentState.PUBLIC_NOTICE);
        assertThat(noticed.isPublic()).isTrue();
        var city = trial.actor(begun, "city");
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.ATTAIN, ""))
                .isInstanceOf(CycleRefused.NoticeRuns.class);

        trial.passTheNotice(begun);
        var attained = trial.decisions().decide(city, begun.id(), AssessmentMove.ATTAIN, "");
        assertThat(attained.state()).isEqualTo(AssessmentState.ATTAINED);
        var title = titles.grant(
                city, Ids.next(), begun.id(), Title.Kind.PROVINCE, trialDay(), "试发〔2026〕1号", Origin.SYNTHETIC);
        assertThatThrownBy(() -> titles.grant(
                        city, Ids.next(), begun.id(), Title.Kind.PROVINCE, trialDay(), "again", Origin.SYNTHETIC))
                .isInstanceOf(CycleRefused.NoTitle.class);

        var count = counts.count(begun.cycle().id(), begun.made().path(), Instant.now())
                .getFirst();
        assertThat(List.of(count.communities(), count.enrolled(), count.attained(), count.named()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(count.reachesTarget()).isTrue();
        assertThat(counts.criteria(begun.cycle().id(), begun.made().path()))
                .hasSize(16)
                .allMatch(one -> one.met() + one.notApplicable() == 1);
        rollups.refreshAll();
        assertThat(indicators
                        .value("assessment.attainment.rate", begun.made().path(), new ReportPeriod(Trial.YEAR, null))
                        .toString())
                .contains("100");
        titles.revoke(city, title.id(), "弄错了");
        assertThat(counts.count(begun.cycle().id(), begun.made().path(), Instant.now())
                        .getFirst()
                        .attained())
                .isOne();
    }

    @Test
    void whoMadeGoodWhatWasMissingIsCheckedAgain() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.sites().record(trial.actor(begun, "assessor1"), trial.checkWithout(begun, "assessor1", "GC2020-04"));
        trial.sites().record(trial.actor(begun, "assessor2"), trial.checkWithout(begun, "assessor2", "GC2020-04"));
        var city = trial.actor(begun, "city");
        trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.PROPOSE_FAIL, "");
        var failed = trial.decisions().decide(city, begun.id(), AssessmentMove.FAIL, "");
        assertThat(failed.state()).isEqualTo(AssessmentState.NOT_ATTAINED);
        assertThat(trial.assessments().possible(city, failed)).containsExactly(AssessmentMove.CHECK_AGAIN);

        var clerk = trial.actor(begun, "clerk");
        assertThatThrownBy(() -> trial.decisions().decide(clerk, begun.id(), AssessmentMove.CHECK_AGAIN, "已整改"))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.CHECK_AGAIN, " "))
                .isInstanceOf(Mistyped.Missing.class);
        var again = trial.decisions().decide(city, begun.id(), AssessmentMove.CHECK_AGAIN, "已整改");
        assertThat(again.state()).isEqualTo(AssessmentState.SITE_CHECK);
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, ""))
                .as("what was seen before does not count")
                .isInstanceOf(CycleRefused.FewAssessors.class);

        assertThat(trial.giveNotice(begun).decision()).isEqualTo(ScoreSheet.Decision.PASS);
        assertThat(trial.jdbc()
                        .sql(
                                "select count(*) from account.audit_entry where action = 'assessment.check_again' and subject = :id")
                        .param("id", begun.id().toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private static LocalDate trialDay() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void whoCompletedAnAssessmentDoesNotApproveIt() {
        var begun = trial.begin("GC2020", ALL);
        var code = begun.made().communityCode();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        "both-" + code,
                        null,
                        "both",
                        World.PASSWORD,
                        Set.of(
                                new Grant(Role.COMMUNITY_CLERK, begun.made().street()),
                                new Grant(Role.STREET_OFFICER, begun.made().street())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        trial.answerAll(begun);
        var both = trial.actor(begun, "both");
        trial.self().submit(both, begun.id());

        assertThatThrownBy(() -> trial.reviews().review(both, begun.id(), AssessmentMove.APPROVE, ""))
                .isInstanceOf(CycleRefused.OwnWork.class);
        assertThatThrownBy(() ->
                        trial.reviews().review(trial.actor(begun, "county"), begun.id(), AssessmentMove.APPROVE, ""))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoLivesOrWorksThereOrDeclaredAnInterestDoesNotJudge() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.self().submit(trial.actor(begun, "clerk"), begun.id());
        var street = trial.actor(begun, "street");
        var neighbour = new Actor(
                street.accountId(),
                street.name(),
                street.grants(),
                Set.of(begun.made().households().getFirst()),
                null);
        assertThatThrownBy(() -> trial.reviews().review(neighbour, begun.id(), AssessmentMove.APPROVE, ""))
                .isInstanceOf(CycleRefused.Conflict.class);
        trial.reviews().declareInterest(street, begun.made().communityCode(), "亲属在居委会工作");
        assertThatThrownBy(() -> trial.reviews().review(street, begun.id(), AssessmentMove.APPROVE, ""))
                .isInstanceOf(CycleRefused.Conflict.class);
        trial.reviews().withdrawInterest(street, begun.made().communityCode());
        assertThat(trial.reviews()
                        .review(street, begun.id(), AssessmentMove.APPROVE, "")
                        .state())
                .isEqualTo(AssessmentState.STREET_RECOMMENDED);
    }

    @Test
    void approvingLocksAndReturningOpensAgain() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        trial.answerAll(begun);
        var clerk = trial.actor(begun, "clerk");
        trial.self().submit(clerk, begun.id());
        var any = trial.standard(begun).criteria().getFirst();
        assertThatThrownBy(() -> trial.self().answer(clerk, begun.id(), any.code(), Trial.best(any), ""))
                .isInstanceOf(CycleRefused.Locked.class);
        var street = trial.actor(begun, "street");
        assertThatThrownBy(() -> trial.reviews().review(street, begun.id(), AssessmentMove.RETURN, " "))
                .isInstanceOf(Mistyped.Missing.class);
        trial.reviews().review(street, begun.id(), AssessmentMove.RETURN, "第 3 条缺方案");
        var it = trial.self().answer(clerk, begun.id(), any.code(), Trial.best(any), "补充了");
        assertThat(it.state()).isEqualTo(AssessmentState.SELF_ASSESSING);
        assertThat(it.modifications()).isEqualTo(1);
        assertThat(trial.self().submit(clerk, begun.id()).modifications()).isZero();
        assertThat(trial.assessments().steps(clerk, begun.id()))
                .extracting(AssessmentStep::reason)
                .contains("第 3 条缺方案");
    }

    @Test
    void nothingIsSubmittedWhileACriterionHasNoAnswer() {
        var begun = trial.begin("GC2020", ALL);
        trial.self()
                .answer(
                        trial.actor(begun, "clerk"),
                        begun.id(),
                        trial.standard(begun).criteria().getFirst().code(),
                        Finding.NOTHING,
                        "");

        assertThatThrownBy(() -> trial.self().submit(trial.actor(begun, "clerk"), begun.id()))
                .isInstanceOf(CycleRefused.Incomplete.class);
    }

    @Test
    void twoDifferentAssessorsCheckAndASentCheckCountsOnce() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        var first = trial.actor(begun, "assessor1");
        var check = trial.check(begun, "assessor1", true);
        assertThat(trial.sites().record(first, check)).isFalse();
        assertThat(trial.sites().record(first, check)).as("the same again").isTrue();
        var other = new NewSiteCheck(
                check.id(),
                check.account(),
                check.assessment(),
                check.checkedAt(),
                false,
                "别的",
                List.of(),
                check.findings());
        assertThatThrownBy(() -> trial.sites().record(first, other)).isInstanceOf(CycleRefused.OtherContent.class);
        assertThatThrownBy(() -> trial.sites().record(first, trial.check(begun, "assessor1", true)))
                .isInstanceOf(CycleRefused.CheckedBefore.class);
        assertThatThrownBy(() ->
                        trial.decisions().decide(trial.actor(begun, "city"), begun.id(), AssessmentMove.SCORE, ""))
                .isInstanceOf(CycleRefused.FewAssessors.class);
        assertThatThrownBy(() -> trial.sites().record(trial.actor(begun, "assessor2"), check))
                .isInstanceOf(CycleRefused.OtherAccount.class);
    }

    @Test
    void whatAssessorsDidNotSeeIsNotMet() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.sites().record(trial.actor(begun, "assessor1"), trial.check(begun, "assessor1", true));
        trial.sites().record(trial.actor(begun, "assessor2"), trial.checkWithout(begun, "assessor2", "GC2020-04"));

        var foreseen = trial.decisions().foresee(trial.actor(begun, "city"), begun.id());

        assertThat(foreseen.decision()).isNotEqualTo(ScoreSheet.Decision.PASS);
    }

    @Test
    void anObjectionStopsTheDecisionUntilItIsAnswered() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.giveNotice(begun);
        var typed = new NewObjection("", "楼道堆物没有清理", "二号楼一层", "王女士", "139");
        var raised = objections.raise(Actor.VISITOR, Ids.next(), begun.id(), typed);
        assertThat(raised.name()).isEmpty();
        var city = trial.actor(begun, "city");
        trial.passTheNotice(begun);
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.ATTAIN, ""))
                .isInstanceOf(CycleRefused.class);
        assertThat(objections.list(Actor.VISITOR, begun.id()))
                .allMatch(one -> one.contact().isEmpty());
        assertThat(objections.list(city, begun.id()))
                .anyMatch(one -> one.contact().equals("139"));

        objections.answer(city, raised.id(), false, "已现场核实，堆物已清走");

        assertThat(trial.decisions()
                        .decide(city, begun.id(), AssessmentMove.ATTAIN, "")
                        .state())
                .isEqualTo(AssessmentState.ATTAINED);
        assertThatThrownBy(() -> objections.raise(Actor.VISITOR, Ids.next(), begun.id(), typed))
                .isInstanceOf(CycleRefused.class);
    }

    @Test
    void eachUpheldObjectionLeadsToANewAssessment() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.giveNotice(begun);
        var city = trial.actor(begun, "city");
        var raised = IntStream.range(0, 5).mapToObj(i -> object(begun)).toList();
        assertThat(uphold(begun, raised.get(0))).isEqualTo(AssessmentState.REASSESS);
        assertThat(uphold(begun, raised.get(1))).as("that is under way already").isEqualTo(AssessmentState.REASSESS);

        trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, "");
        assertThat(uphold(begun, raised.get(2))).isEqualTo(AssessmentState.REASSESS);
        trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.PROPOSE_PASS, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.GIVE_NOTICE, "");
        trial.passTheNotice(begun);
        assertThat(uphold(begun, raised.get(3))).isEqualTo(AssessmentState.REASSESS);
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.ATTAIN, ""))
                .isInstanceOf(CycleRefused.Elsewhere.class);

        trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.PROPOSE_PASS, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.GIVE_NOTICE, "");
        assertThat(objections.answer(city, raised.get(4).id(), false, "已核实，不属实").state())
                .as("dismissed, it changes nothing of the new notice")
                .isEqualTo(AssessmentState.PUBLIC_NOTICE);
    }

    @Test
    void whoObjectedIsForgottenAYearAfterTheAnswer() throws Exception {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.giveNotice(begun);
        var longAgo = object(begun);
        var lately = object(begun);
        var open = object(begun);
        var city = trial.actor(begun, "city");
        objections.answer(city, longAgo.id(), false, "已核实，不属实");
        objections.answer(city, lately.id(), false, "已核实，不属实");
        answeredDaysAgo(longAgo, 367);
        answeredDaysAgo(lately, 364);

        objectorForgetting.work().run();

        var kept = objections.list(city, begun.id()).stream()
                .collect(Collectors.toMap(Objection::id, Function.identity()));
        assertThat(kept.get(longAgo.id()))
                .extracting(Objection::name, Objection::contact, Objection::reason, Objection::answer)
                .containsExactly("", "", "楼道堆物没有清理", "已核实，不属实");
        assertThat(kept.get(lately.id()))
                .extracting(Objection::name, Objection::contact)
                .containsExactly("王女士", "139");
        assertThat(kept.get(open.id())).extracting(Objection::contact).isEqualTo("139");
    }

    private void answeredDaysAgo(Objection objection, int days) {
        trial.jdbc()
                .sql(
                        "update assessment.objection set answered_at = now() - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", objection.id())
                .update();
    }

    private Objection object(Trial.Begun begun) {
        var typed = new NewObjection("", "楼道堆物没有清理", "", "王女士", "139");
        return objections.raise(Actor.VISITOR, Ids.next(), begun.id(), typed);
    }

    private AssessmentState uphold(Trial.Begun begun, Objection objection) {
        return objections
                .answer(trial.actor(begun, "city"), objection.id(), true, "已现场核实，属实")
                .state();
    }

    @Test
    void aCommunityThatDoesNothingIsTakenOutSoThatTheCycleCloses() {
        var begun = trial.begin("GC2020", ALL);
        var cycle = begun.cycle().id();
        var city = trial.actor(begun, "city");
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.TAKE_OUT, "没有动静"))
                .as("while communities still enrol it may yet begin")
                .isInstanceOf(CycleRefused.CycleElsewhere.class);
        trial.cycles().move(city, cycle, CycleState.REVIEW);
        trial.cycles().move(city, cycle, CycleState.NOTICE);
        assertThatThrownBy(() -> trial.cycles().move(city, cycle, CycleState.CLOSED))
                .isInstanceOf(CycleRefused.Unfinished.class);

        var idle = trial.assessments().get(city, begun.id());
        assertThat(trial.assessments().possible(city, idle)).containsExactly(AssessmentMove.TAKE_OUT);
        assertThatThrownBy(() -> trial.decisions().decide(city, begun.id(), AssessmentMove.TAKE_OUT, " "))
                .isInstanceOf(Mistyped.Missing.class);
        assertThatThrownBy(() -> trial.decisions()
                        .decide(trial.actor(begun, "clerk"), begun.id(), AssessmentMove.TAKE_OUT, "没有动静"))
                .isInstanceOf(Refused.Forbidden.class);
        var out = trial.decisions().decide(city, begun.id(), AssessmentMove.TAKE_OUT, "报名后没有动静");

        assertThat(out.state()).isEqualTo(AssessmentState.WITHDRAWN);
        assertThat(trial.assessments().steps(city, begun.id()).getLast().reason())
                .isEqualTo("报名后没有动静");
        assertThat(counts.count(cycle, begun.made().path(), Instant.now())
                        .getFirst()
                        .enrolled())
                .isZero();
        assertThat(trial.cycles().move(city, cycle, CycleState.CLOSED).state()).isEqualTo(CycleState.CLOSED);
    }

    @Test
    void everybodyCanRepeatADraw() {
        var begun = trial.begin("GC2020", ALL);
        trial.answerAll(begun);
        var city = trial.actor(begun, "city");
        var sample = samples.commit(city, Ids.next(), begun.cycle().id(), 1);
        assertThat(sample.seed()).isNull();
        assertThatThrownBy(() -> samples.draw(city, sample.id())).isInstanceOf(CycleRefused.NoDraw.class);
        trial.self().submit(trial.actor(begun, "clerk"), begun.id());

        var drawn = samples.draw(city, sample.id());

        assertThat(Draw.sha256(Objects.requireNonNull(drawn.seed()))).isEqualTo(sample.commitment());
        assertThat(drawn.items()).singleElement().satisfies(item -> {
            assertThat(item.drawn()).isTrue();
            assertThat(item.hash())
                    .isEqualTo(Draw.sha256(drawn.seed() + ":" + begun.made().communityCode()));
        });
        assertThatThrownBy(() -> samples.draw(city, sample.id())).isInstanceOf(CycleRefused.NoDraw.class);
    }

    @Test
    void aCommunityOutsideTheRegisterCannotEnrol() {
        var begun = trial.begin("GC2020", ALL);
        var other = trial.worlds().make(1);

        assertThatThrownBy(() -> trial.assessments()
                        .enrol(
                                accounts.actorOf(other.username("clerk")),
                                Ids.next(),
                                begun.cycle().id(),
                                other.communityCode(),
                                Origin.SYNTHETIC))
                .isInstanceOf(CycleRefused.NotInRegister.class);
    }
}
