package org.zhuxi.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** A project from the problem to the evaluation. */
@ZhuxiTest
@Import(World.class)
class ProjectTests {

    private final Projects projects;
    private final ProjectTalks talks;
    private final ProjectSteps steps;
    private final ProjectFunds funds;
    private final ProjectParts parts;
    private final Acceptances acceptances;
    private final World.Made made;
    private final ProjectWorks works;
    private final Actor clerk;
    private final Actor head;
    private final Actor verifier;

    ProjectTests(
            Projects projects,
            ProjectTalks talks,
            ProjectSteps steps,
            ProjectFunds funds,
            ProjectParts parts,
            Acceptances acceptances,
            World world,
            Accounts accounts) {
        this.projects = projects;
        this.talks = talks;
        this.steps = steps;
        this.funds = funds;
        this.parts = parts;
        this.acceptances = acceptances;
        made = world.make(2);
        works = new ProjectWorks(projects, talks, steps, funds, made);
        clerk = accounts.actorOf(made.username("clerk"));
        head = accounts.actorOf(made.username("head"));
        verifier = accounts.actorOf(made.username("verifier"));
    }

    @Test
    void goesFromTheProblemToTheEvaluation() {
        var id = works.inWorks(clerk, head).id();
        acceptances.hold(
                verifier, id, new NewAcceptance(ProjectWorks.TODAY, false, "", List.of("缺雨棚", "  "), null, null));
        var defect = projects.story(id).defects().getFirst();
        acceptances.mend(clerk, id, defect.id(), null, "已装雨棚");
        acceptances.hold(verifier, id, passed());
        acceptances.evaluate(verifier, id, evaluation(18, 3, 1));

        var story = projects.story(id);
        assertThat(story.project().stage()).isEqualTo(ProjectStage.EVALUATED);
        assertThat(story.project().doneQuantity()).isEqualByComparingTo("1");
        assertThat(story.project().warrantyUntil()).isEqualTo(ProjectWorks.TODAY.plusMonths(24));
        assertThat(story.project().delayDays(ProjectWorks.TODAY.plusDays(50))).isEqualTo(1);
        assertThat(story.steps()).extracting(ProjectStep::to).containsExactlyElementsOf(ProjectStage.way());
        assertThat(story.acceptances()).extracting(Acceptance::passed).containsExactly(false, true);
        assertThat(story.evaluation()).isNotNull().extracting(Evaluation::asked).isEqualTo(22);
    }

    private static NewAcceptance passed() {
        return new NewAcceptance(ProjectWorks.TODAY, true, "符合图纸", List.of(), null, null);
    }

    private static NewEvaluation evaluation(int satisfied, int neutral, int dissatisfied) {
        return new NewEvaluation(
                ProjectWorks.TODAY,
                satisfied,
                neutral,
                dissatisfied,
                new Names("老人能下楼了", "The old come down again"),
                "waste.sorting.rate",
                "2024",
                "2026");
    }

    @Test
    void isNotAcceptedByWhoeverRanTheWorks() {
        var project = works.approved(clerk, head);
        steps.step(head, project.id(), new NewStep(ProjectStage.IN_WORKS, null, "", "甲公司"));

        assertThatThrownBy(() -> acceptances.hold(head, project.id(), passed()))
                .isInstanceOf(ProjectRefused.OwnWorks.class);
        assertThat(acceptances.hold(verifier, project.id(), passed()).passed()).isTrue();
        assertThatThrownBy(() -> acceptances.evaluate(head, project.id(), evaluation(5, 0, 0)))
                .isInstanceOf(ProjectRefused.OwnWorks.class);
    }

    @Test
    void isNotAcceptedWhileDefectsAreOpen() {
        var id = works.inWorks(clerk, head).id();
        acceptances.hold(verifier, id, new NewAcceptance(ProjectWorks.TODAY, false, "", List.of("漏水"), null, null));

        assertThatThrownBy(() -> acceptances.hold(verifier, id, passed()))
                .isInstanceOf(ProjectRefused.DefectsOpen.class);
        assertThatThrownBy(() -> acceptances.hold(
                        verifier, id, new NewAcceptance(ProjectWorks.TODAY, false, "", List.of(), null, null)))
                .isInstanceOf(ProjectRefused.DefectsUnclear.class);
        assertThat(projects.get(id).acceptedOn()).isNull();
    }

    @Test
    void isApprovedBySomebodyElseThanItsPlanner() {
        var project = works.talkedOver(head);
        steps.plan(head, project.id(), ProjectWorks.plan(10_000));
        funds.book(head, project.id(), ProjectWorks.planned(10_000));
        works.to(head, project, ProjectStage.PLANNED);

        assertThatThrownBy(() -> works.to(head, project, ProjectStage.APPROVED))
                .isInstanceOf(ProjectRefused.OwnPlan.class);
        assertThatThrownBy(() -> works.to(clerk, project, ProjectStage.APPROVED))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void isNotHandedInBeforeTheSourcesAddUpToTheCost() {
        var project = works.talkedOver(clerk);
        assertThatThrownBy(() -> works.to(clerk, project, ProjectStage.PLANNED))
                .isInstanceOf(ProjectRefused.PlanIncomplete.class);
        steps.plan(clerk, project.id(), ProjectWorks.plan(10_000));
        funds.book(clerk, project.id(), ProjectWorks.planned(9_999));

        assertThatThrownBy(() -> works.to(clerk, project, ProjectStage.PLANNED))
                .isInstanceOf(ProjectRefused.SumsDiffer.class);
    }

    @Test
    void isNotCalledTalkedOverWithoutATalk() {
        var project = works.proposed(clerk);

        assertThatThrownBy(() -> works.to(clerk, project, ProjectStage.DISCUSSED))
                .isInstanceOf(ProjectRefused.NotTalkedOver.class);
    }

    @Test
    void goesBackToWhereItWasAfterAPause() {
        var id = works.inWorks(clerk, head).id();
        assertThatThrownBy(() -> steps.step(clerk, id, new NewStep(ProjectStage.SUSPENDED, null, " ", null)))
                .isInstanceOf(ProjectRefused.Missing.class);
        steps.step(clerk, id, new NewStep(ProjectStage.SUSPENDED, null, "台风", null));

        assertThatThrownBy(() -> works.to(clerk, projects.get(id), ProjectStage.DISCUSSED))
                .isInstanceOf(ProjectRefused.NoSuchStep.class);
        var again = works.to(clerk, projects.get(id), ProjectStage.IN_WORKS);
        assertThat(again.plan().contractor()).isEqualTo("上海电梯公司");
        assertThat(again.startedOn()).isEqualTo(ProjectWorks.TODAY.minusDays(30));
    }

    @Test
    void isGivenUpFromAPauseOnlyByThoseWhoMayApproveOnceItWasApproved() {
        var approved = works.approved(clerk, head);
        steps.step(clerk, approved.id(), new NewStep(ProjectStage.SUSPENDED, null, "台风", null));
        var early = works.proposed(clerk);
        steps.step(clerk, early.id(), new NewStep(ProjectStage.SUSPENDED, null, "台风", null));
        var givenUp = new NewStep(ProjectStage.CANCELLED, null, "不做了", null);

        assertThatThrownBy(() -> steps.step(clerk, approved.id(), givenUp)).isInstanceOf(Refused.Forbidden.class);
        assertThat(steps.step(clerk, early.id(), givenUp).stage()).isEqualTo(ProjectStage.CANCELLED);
        assertThat(steps.step(head, approved.id(), givenUp).stage()).isEqualTo(ProjectStage.CANCELLED);
    }

    @Test
    void staysThePlanOfWhoeverHandedItInAfterAPause() {
        var project = works.talkedOver(head);
        steps.plan(head, project.id(), ProjectWorks.plan(10_000));
        funds.book(head, project.id(), ProjectWorks.planned(10_000));
        works.to(head, project, ProjectStage.PLANNED);
        steps.step(clerk, project.id(), new NewStep(ProjectStage.SUSPENDED, null, "台风", null));
        works.to(clerk, project, ProjectStage.PLANNED);

        assertThatThrownBy(() -> works.to(head, project, ProjectStage.APPROVED))
                .isInstanceOf(ProjectRefused.OwnPlan.class);
    }

    @Test
    void takesBackMoneyAndKeepsBothLines() {
        var id = works.approved(clerk, head).id();
        var allocated = funds.book(clerk, id, ProjectWorks.move(FundSource.FISCAL, FundKind.ALLOCATE, 20_000_000));
        var allocation = allocated.movements().getLast();
        funds.book(clerk, id, ProjectWorks.move(FundSource.FISCAL, FundKind.PAY, 15_000_000));

        assertThatThrownBy(() -> funds.book(clerk, id, ProjectWorks.move(FundSource.FISCAL, FundKind.PAY, 5_000_001)))
                .isInstanceOf(ProjectRefused.AboveLine.class);
        assertThatThrownBy(() -> funds.reverse(clerk, id, allocation.id(), "记错了"))
                .isInstanceOf(ProjectRefused.AboveLine.class);
        var payment = projects.story(id).funds().movements().getLast();
        funds.reverse(clerk, id, payment.id(), "记错了");
        var sheet = funds.reverse(clerk, id, allocation.id(), "记错了");
        assertThat(sheet.paidFen()).isZero();
        assertThat(sheet.allocatedFen()).isZero();
        assertThat(sheet.movements()).hasSize(6);
        assertThatThrownBy(() -> funds.reverse(clerk, id, payment.id(), "再来"))
                .isInstanceOf(ProjectRefused.TakenBack.class);
    }

    @Test
    void booksAMovementOnceAndRefusesOtherContent() {
        var id = works.approved(clerk, head).id();
        var movement = ProjectWorks.move(FundSource.RESIDENT, FundKind.ALLOCATE, 100);
        funds.book(clerk, id, movement);

        assertThat(funds.book(clerk, id, movement).allocatedFen()).isEqualTo(100);
        var other = new NewMovement(
                movement.id(), FundSource.RESIDENT, "", FundKind.ALLOCATE, 200L, ProjectWorks.TODAY, "沪财 1 号");
        assertThatThrownBy(() -> funds.book(clerk, id, other)).isInstanceOf(ProjectRefused.Conflict.class);
    }

    @Test
    void raisesTheCostWithABudgetThatIsRaisedAfterApproval() {
        var id = works.approved(clerk, head).id();
        assertThatThrownBy(() -> funds.book(clerk, id, ProjectWorks.planned(5_000)))
                .isInstanceOf(Refused.Forbidden.class);
        var sheet = funds.book(head, id, ProjectWorks.planned(5_000));

        assertThat(sheet.plannedFen()).isEqualTo(70_005_000);
        assertThat(projects.get(id).plan().costFen()).isEqualTo(70_005_000);
    }

    @Test
    void countsGreenProductsByTheirCertificates() {
        var id = works.proposed(clerk).id();
        parts.addProduct(clerk, id, new NewProduct("LED 灯", "", 12_000L, "CQC-2201"));
        var plain = parts.addProduct(clerk, id, new NewProduct("水泥", "", null, ""));

        assertThat(projects.story(id).greenProducts()).isEqualTo(1);
        assertThat(projects.story(id).products()).hasSize(2);
        parts.removeProduct(clerk, id, plain.id());
        assertThat(projects.story(id).products()).hasSize(1);
        assertThatThrownBy(() -> parts.removeProduct(clerk, id, plain.id())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void keepsOnlyFilesThatArePicturesOrDocuments() {
        var id = works.proposed(clerk).id();
        var text = new ByteArrayInputStream("MZ not a picture".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> parts.addFile(clerk, id, "图纸", text)).isInstanceOf(Refused.class);
        assertThat(projects.story(id).files()).isEmpty();
    }

    @Test
    void reportsUnderWarrantyOnlyWhileItHolds() {
        var id = works.inWorks(clerk, head).id();
        assertThatThrownBy(() -> acceptances.report(clerk, id, "灯不亮", null))
                .isInstanceOf(ProjectRefused.NoWarranty.class);
        acceptances.hold(verifier, id, passed());

        assertThat(acceptances.report(clerk, id, "灯不亮", null).inWarranty()).isTrue();
        assertThat(projects.story(id).openDefects()).isEqualTo(1);
    }

    @Test
    void findsProjectsByWordsStageAndDelay() {
        var late = works.inWorks(clerk, head);
        var early = works.proposed(clerk);

        var all = projects.list(made.path(), ProjectFilter.ALL, 1, null);
        assertThat(all.items()).extracting(Project::id).containsExactly(early.id());
        assertThat(all.next()).isEqualTo(early.id().toString());
        assertThat(projects.list(made.path(), ProjectFilter.ALL, 1, early.id()).items())
                .extracting(Project::id)
                .containsExactly(late.id());
        assertThat(list(new ProjectFilter("ELEVATOR", "elevator", null, false))).hasSize(2);
        assertThat(list(new ProjectFilter("100%", "", null, false))).isEmpty();
        assertThat(list(new ProjectFilter("", "", ProjectStage.PROPOSED, false)))
                .containsExactly(early.id());
        assertThat(list(new ProjectFilter("", "", null, true))).containsExactly(late.id());
        assertThat(projects.count(made.path())).isEqualTo(Map.of(ProjectStage.PROPOSED, 1L, ProjectStage.IN_WORKS, 1L));
    }

    private List<java.util.UUID> list(ProjectFilter filter) {
        return projects.list(made.path(), filter, 10, null).items().stream()
                .map(Project::id)
                .toList();
    }

    @Test
    void answersTheSameProposalAgainAndRefusesAnother() {
        var id = Ids.next();
        projects.propose(clerk, id, works.elevator(), Origin.SYNTHETIC);

        assertThat(projects.propose(clerk, id, works.elevator(), Origin.SYNTHETIC)
                        .id())
                .isEqualTo(id);
        var other =
                new NewProject(made.communityCode(), "road", new Names("修路", "Road"), new Names("坑洼", "Holes"), false);
        assertThatThrownBy(() -> projects.propose(clerk, id, other, Origin.SYNTHETIC))
                .isInstanceOf(ProjectRefused.Conflict.class);
    }

    @Test
    void takesOverAnEarlierProjectWithWhatItsSourceGives() {
        var funded = new FundMovement(
                Ids.next(), FundSource.RESIDENT, "业主", FundKind.PLAN, null, ProjectWorks.TODAY, "", null);
        var earlier = new EarlierProject(
                works.elevator(),
                ProjectStage.ACCEPTED,
                ProjectPlan.NOTHING,
                null,
                null,
                new BigDecimal("78"),
                List.of(funded),
                "《诸暨·宜居之城》");
        var id = Ids.next();
        projects.takeOver(World.founder(), id, earlier, Origin.SEED);
        projects.takeOver(World.founder(), id, earlier, Origin.SEED);

        var story = projects.story(id);
        assertThat(story.project().doneQuantity()).isEqualByComparingTo("78");
        assertThat(story.project().plan().costFen()).isNull();
        assertThat(story.funds().lines()).hasSize(1).noneMatch(FundLine::isGiven);
        assertThatThrownBy(() -> projects.takeOver(clerk, Ids.next(), earlier, Origin.SEED))
                .isInstanceOf(Refused.Forbidden.class);
    }
}
