package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** Brings projects of a test community to the stage a test begins in. */
public record ProjectWorks(
        Projects projects, ProjectTalks talks, ProjectSteps steps, ProjectFunds funds, World.Made made) {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    public NewProject elevator() {
        return new NewProject(
                made.communityCode(),
                "elevator",
                new Names("12号楼加装电梯", "An elevator for building 12"),
                new Names("六层楼，老人下不了楼", "Six floors, and the old cannot come down"),
                true);
    }

    public Project proposed(Actor clerk) {
        return projects.propose(clerk, Ids.next(), elevator(), Origin.SYNTHETIC);
    }

    public static NewTalk talk() {
        return new NewTalk(
                TODAY.minusDays(3),
                TalkForm.HEARING,
                false,
                "议事厅",
                Map.of(TalkPart.RESIDENTS, 24, TalkPart.COMMITTEE, 2),
                "同意加装",
                20,
                3,
                1,
                "");
    }

    public Project talkedOver(Actor clerk) {
        var project = proposed(clerk);
        talks.record(clerk, project.id(), talk());
        return to(clerk, project, ProjectStage.DISCUSSED);
    }

    /** A plan that costs so much. */
    public static NewPlan plan(long costFen) {
        return new NewPlan(
                new Names("贴建式电梯一台", "One elevator outside"),
                costFen,
                BigDecimal.ONE,
                TODAY.minusDays(60),
                TODAY.minusDays(1),
                24);
    }

    public static NewMovement planned(long amountFen) {
        return move(FundSource.FISCAL, FundKind.PLAN, amountFen);
    }

    public static NewMovement move(FundSource source, FundKind kind, long amountFen) {
        return new NewMovement(Ids.next(), source, "", kind, amountFen, TODAY, "沪财 1 号");
    }

    /** Approved with 700,000 yuan, 280,000 of them public. */
    public Project approved(Actor clerk, Actor head) {
        var project = talkedOver(clerk);
        steps.plan(clerk, project.id(), plan(70_000_000));
        funds.book(clerk, project.id(), planned(28_000_000));
        funds.book(clerk, project.id(), move(FundSource.RESIDENT, FundKind.PLAN, 42_000_000));
        to(clerk, project, ProjectStage.PLANNED);
        return to(head, project, ProjectStage.APPROVED);
    }

    public Project inWorks(Actor clerk, Actor head) {
        var project = approved(clerk, head);
        return steps.step(clerk, project.id(), new NewStep(ProjectStage.IN_WORKS, TODAY.minusDays(30), "", "上海电梯公司"));
    }

    public Project to(Actor actor, Project project, ProjectStage stage) {
        return steps.step(actor, project.id(), new NewStep(stage, TODAY, "", ""));
    }
}
