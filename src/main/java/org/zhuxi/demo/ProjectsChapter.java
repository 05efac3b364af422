package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.project.Acceptances;
import org.zhuxi.project.FundKind;
import org.zhuxi.project.FundSource;
import org.zhuxi.project.NewAcceptance;
import org.zhuxi.project.NewEvaluation;
import org.zhuxi.project.NewMovement;
import org.zhuxi.project.NewPlan;
import org.zhuxi.project.NewProduct;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.NewStep;
import org.zhuxi.project.NewTalk;
import org.zhuxi.project.NewWorksPoint;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectParts;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.Projects;
import org.zhuxi.project.TalkForm;
import org.zhuxi.project.TalkPart;
import org.zhuxi.project.WorksPoints;

/** Works that the sources name, in Gaohang and Zhuji, with what they do not give left empty; and three made up for Zhuxi. */
@Component
class ProjectsChapter {

    private static final long YUAN = 100;

    private final Projects projects;
    private final ProjectTalks talks;
    private final ProjectSteps steps;
    private final ProjectFunds funds;
    private final ProjectParts parts;
    private final WorksPoints points;
    private final Acceptances acceptances;
    private final DemoStaff staff;

    ProjectsChapter(
            Projects projects,
            ProjectTalks talks,
            ProjectSteps steps,
            ProjectFunds funds,
            ProjectParts parts,
            WorksPoints points,
            Acceptances acceptances,
            DemoStaff staff) {
        this.projects = projects;
        this.talks = talks;
        this.steps = steps;
        this.funds = funds;
        this.parts = parts;
        this.points = points;
        this.acceptances = acceptances;
        this.staff = staff;
    }

    void tell(LocalDate lastDay) {
        takeOver();
        rainGarden(lastDay);
        chargingShed(lastDay);
        propose(
                "corridor",
                "corridor",
                new Names("二区 8 栋楼道美化", "The stairwell of building 8"),
                new Names("楼道墙皮脱落，杂物占道，晚上看不清台阶。", "Plaster falls, things stand in the way and the steps are dark."));
    }

    /** Works of the sources, with the ten points of one of them. */
    void takeOver() {
        EarlierWorks.all().forEach(it -> projects.takeOver(Founder.ACTOR, it.id(), it.project(), Origin.SEED));
        for (var point : EarlierWorks.tingyuanPoints()) {
            points.takeOver(
                    Founder.ACTOR, EarlierWorks.tingyuan(), id("point/" + point.zh()), new NewWorksPoint(point, null));
        }
    }

    /** Ids that are the same whenever the chapter is told. */
    static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "projects/" + what);
    }

    private UUID propose(String key, String type, Names title, Names problem) {
        var project = new NewProject(DemoCommunities.ZHUXI, type, title, problem, true);
        return projects.propose(staff.person("community-clerk"), id(key), project, Origin.SYNTHETIC)
                .id();
    }

    /** From the puddle to the evaluation. */
    private void rainGarden(LocalDate lastDay) {
        var clerk = staff.person("community-clerk");
        var verifier = staff.person("verifier");
        var id = propose(
                "rain-garden",
                "sponge",
                new Names("一区雨水花园和透水路面", "A rain garden and porous paths in quarter 1"),
                new Names(
                        "一区 3 栋前每逢大雨积水 15 厘米，两小时才退。",
                        "After heavy rain 15 cm of water stand before building 3 for two hours."));
        if (projects.get(id).stage() != ProjectStage.PROPOSED) {
            return;
        }
        talk(id, lastDay.minusDays(330), TalkForm.COORDINATION, 31, "改硬质铺装为雨水花园和透水砖，保留两棵香樟。");
        step(id, ProjectStage.DISCUSSED, lastDay.minusDays(329));
        plan(id, 186_000, "420", lastDay.minusDays(280), lastDay.minusDays(200), 24, "雨水花园 260 m²，透水砖 160 m²，溢流口接市政管。");
        book(id, FundSource.SPONGE, "区住建局", FundKind.PLAN, 120_000, lastDay.minusDays(320));
        book(id, FundSource.OLD_ESTATE, "街道办", FundKind.PLAN, 54_000, lastDay.minusDays(320));
        book(id, FundSource.RESIDENT, "一区业主", FundKind.PLAN, 12_000, lastDay.minusDays(320));
        step(id, ProjectStage.PLANNED, lastDay.minusDays(315));
        approve(id, lastDay.minusDays(300));
        book(id, FundSource.SPONGE, "区住建局", FundKind.ALLOCATE, 120_000, lastDay.minusDays(290));
        book(id, FundSource.OLD_ESTATE, "街道办", FundKind.ALLOCATE, 54_000, lastDay.minusDays(288));
        book(id, FundSource.RESIDENT, "一区业主", FundKind.ALLOCATE, 12_000, lastDay.minusDays(286));
        begin(id, lastDay.minusDays(276), "演示园林工程公司");
        parts.addProduct(clerk, id, new NewProduct("透水砖", "演示建材厂", 32_000 * YUAN, "绿色建材 GB-2025-0117"));
        parts.addProduct(clerk, id, new NewProduct("再生骨料垫层", "演示建材厂", 8_600 * YUAN, "绿色建材 GB-2025-0208"));
        parts.addProduct(clerk, id, new NewProduct("溢流井盖", "演示铸造厂", 2_400 * YUAN, ""));
        acceptances.hold(
                verifier,
                id,
                new NewAcceptance(lastDay.minusDays(205), false, "两处不平", List.of("3 栋前透水砖松动两块", "溢流口无格栅"), null, null));
        for (var defect : projects.story(id).defects()) {
            acceptances.mend(clerk, id, defect.id(), lastDay.minusDays(198), "已重铺、已装格栅");
        }
        acceptances.hold(
                verifier,
                id,
                new NewAcceptance(
                        lastDay.minusDays(195), true, "与图纸相符，放水试验 20 分钟退净。", List.of(), null, new BigDecimal("420")));
        book(id, FundSource.SPONGE, "区住建局", FundKind.PAY, 120_000, lastDay.minusDays(190));
        book(id, FundSource.OLD_ESTATE, "街道办", FundKind.PAY, 45_000, lastDay.minusDays(190));
        acceptances.evaluate(
                verifier,
                id,
                new NewEvaluation(
                        lastDay.minusDays(30),
                        46,
                        5,
                        2,
                        new Names("今年汛期四场大雨，路面没有积水。", "Four heavy rains this season, and no water stood."),
                        "waste.sorting.rate",
                        String.valueOf(lastDay.getYear() - 1),
                        String.valueOf(lastDay.getYear())));
    }

    /** In works, and late. */
    private void chargingShed(LocalDate lastDay) {
        var id = propose(
                "charging-shed",
                "charger",
                new Names("三区电动自行车充电棚", "A charging shed for e-bikes in quarter 3"),
                new Names(
                        "居民把电瓶提上楼充电，有火灾隐患。",
                        "People carry batteries upstairs to charge them, and that may start a fire."));
        if (projects.get(id).stage() != ProjectStage.PROPOSED) {
            return;
        }
        talk(id, lastDay.minusDays(150), TalkForm.HEARING, 22, "在 12 栋北侧空地建棚，不占消防通道。");
        step(id, ProjectStage.DISCUSSED, lastDay.minusDays(149));
        plan(id, 94_500, "18", lastDay.minusDays(90), lastDay.minusDays(20), 36, "车棚一座，充电口 18 个，烟感和喷淋。");
        book(id, FundSource.SOCIAL_CAPITAL, "演示充电公司", FundKind.PLAN, 64_500, lastDay.minusDays(140));
        book(id, FundSource.FISCAL, "街道办", FundKind.PLAN, 30_000, lastDay.minusDays(140));
        step(id, ProjectStage.PLANNED, lastDay.minusDays(138));
        approve(id, lastDay.minusDays(120));
        book(id, FundSource.FISCAL, "街道办", FundKind.ALLOCATE, 30_000, lastDay.minusDays(100));
        book(id, FundSource.SOCIAL_CAPITAL, "演示充电公司", FundKind.ALLOCATE, 40_000, lastDay.minusDays(95));
        begin(id, lastDay.minusDays(80), "演示充电公司");
        book(id, FundSource.SOCIAL_CAPITAL, "演示充电公司", FundKind.PAY, 30_000, lastDay.minusDays(60));
    }

    private void talk(UUID id, LocalDate on, TalkForm form, int residents, String resolution) {
        var persons = Map.of(
                TalkPart.PARTY,
                2,
                TalkPart.COMMITTEE,
                2,
                TalkPart.PROPERTY,
                1,
                TalkPart.RESIDENTS,
                residents,
                TalkPart.EXPERTS,
                1);
        talks.record(
                staff.person("community-clerk"),
                id,
                new NewTalk(on, form, false, "社区议事厅", persons, resolution, residents - 3, 2, 1, ""));
    }

    private void plan(
            UUID id, long yuan, String quantity, LocalDate start, LocalDate end, int warrantyMonths, String words) {
        steps.plan(
                staff.person("community-clerk"),
                id,
                new NewPlan(
                        new Names(words, words), yuan * YUAN, new BigDecimal(quantity), start, end, warrantyMonths));
    }

    private void book(UUID id, FundSource source, String payer, FundKind kind, long yuan, LocalDate on) {
        funds.book(
                staff.person("community-clerk"),
                id,
                new NewMovement(
                        Ids.derived(id, source + " " + payer + " " + kind),
                        source,
                        payer,
                        kind,
                        yuan * YUAN,
                        on,
                        "演示文号"));
    }

    private void approve(UUID id, LocalDate on) {
        steps.step(staff.person("street-officer"), id, new NewStep(ProjectStage.APPROVED, on, "", null));
    }

    private void begin(UUID id, LocalDate on, String contractor) {
        steps.step(staff.person("community-clerk"), id, new NewStep(ProjectStage.IN_WORKS, on, "", contractor));
    }

    private void step(UUID id, ProjectStage to, @Nullable LocalDate on) {
        steps.step(staff.person("community-clerk"), id, new NewStep(to, on, "", null));
    }
}
