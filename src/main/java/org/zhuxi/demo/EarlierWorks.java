package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.EarlierProject;
import org.zhuxi.project.FundKind;
import org.zhuxi.project.FundMovement;
import org.zhuxi.project.FundSource;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectPlan;
import org.zhuxi.project.ProjectStage;

/** Works as the Shanghai cases and the booklet of Zhuji print them; costs and most days are not given there and stay empty. */
final class EarlierWorks {

    private static final String HUAGAO = "310115121008";
    private static final String LUDI = "310115121017";
    private static final String BOOK = "《新时代绿色社区创建：上海案例精选》(2023-04)";
    private static final String BOOKLET = "《诸暨·宜居之城》，2014 年以来";
    private static final LocalDate NO_DAY = LocalDate.of(2023, 4, 1);

    private static final String TINGYUAN = "华高庭园 10 处改造点位";
    private static final int TINGYUAN_POINTS = 10;

    private EarlierWorks() {}

    /** A project under an id that is the same whenever it is told. */
    record Earlier(UUID id, EarlierProject project) {}

    static List<Earlier> all() {
        return List.of(
                zhuji("sewer", "115", "改造社区管网", "Pipes of communities renewed", "L45", List.of()),
                zhuji("greening", "825200", "新增绿化 82.52 公顷", "82.52 ha of green added", "L45、L158", List.of()),
                zhuji(
                        "charger",
                        "688",
                        "智能充电桩 688 个、充电位 4800 个",
                        "688 chargers with 4,800 charging places",
                        "L45、L283",
                        List.of(FundSource.SOCIAL_CAPITAL)),
                zhuji("centre", "8", "邻里中心 8 个", "Eight neighbourhood centres", "L235、L302", List.of()),
                zhuji(
                        "elevator",
                        "78",
                        "加装电梯 78 台",
                        "78 elevators added",
                        "L373、L501",
                        List.of(FundSource.FISCAL, FundSource.RESIDENT)),
                elevator("华高庭园 12 号楼加装电梯", "An elevator for building 12 of Huagao Tingyuan"),
                elevator("华高二村 47 号楼加装电梯", "An elevator for building 47 of Huagao Ercun"),
                built(
                        HUAGAO,
                        "public-space",
                        null,
                        TINGYUAN,
                        "Huagao Tingyuan renewed at ten points",
                        BOOK + "，特色工作（1）②",
                        List.of()),
                built(LUDI, "public-space", null, "打开围墙，连通公园", "The wall opened to the park", BOOK, List.of()),
                built(
                        LUDI,
                        "public-space",
                        null,
                        "桥下空间改成健身和绿地",
                        "Fitness and green under the bridge",
                        BOOK,
                        List.of()));
    }

    /** The ten points that hearings and talks settled on; the casebook names five kinds and leaves the others unnamed. */
    static List<Names> tingyuanPoints() {
        var named = List.of(
                new Names("公共绿地布局和景观提升", "Green laid out anew, landscape renewed"),
                new Names("公共活动空间和健身设施", "Places to meet and exercise"),
                new Names("太阳能充电车棚", "A shed that charges e-bikes by the sun"),
                new Names("透水砖，减少积水点", "Porous bricks against puddles"),
                new Names("生活垃圾分类投放和收集设施", "Places for sorted waste"));
        var unnamed = IntStream.rangeClosed(named.size() + 1, TINGYUAN_POINTS)
                .mapToObj(number -> new Names(
                        "第 %d 处（案例集没有写明）".formatted(number),
                        "Point %d (the casebook does not name it)".formatted(number)));
        return Stream.concat(named.stream(), unnamed).toList();
    }

    /** Id of the project with the ten points. */
    static UUID tingyuan() {
        return ProjectsChapter.id(HUAGAO + "/" + TINGYUAN);
    }

    private static Earlier zhuji(
            String type, String quantity, String zh, String en, String line, List<FundSource> payers) {
        return built(ZhujiTable.ZHUJI, type, new BigDecimal(quantity), zh, en, BOOKLET + "，" + line, payers);
    }

    /** Signed in October 2021; the book tells no more. */
    private static Earlier elevator(String zh, String en) {
        return earlier(HUAGAO, "elevator", ProjectStage.APPROVED, null, zh, en, BOOK + "，2021-10 签约", List.of());
    }

    private static Earlier built(
            String place,
            String type,
            @Nullable BigDecimal quantity,
            String zh,
            String en,
            String source,
            List<FundSource> payers) {
        return earlier(place, type, ProjectStage.ACCEPTED, quantity, zh, en, source, payers);
    }

    private static Earlier earlier(
            String place,
            String type,
            ProjectStage stage,
            @Nullable BigDecimal quantity,
            String zh,
            String en,
            String source,
            List<FundSource> payers) {
        var id = ProjectsChapter.id(place + "/" + zh);
        var project = new NewProject(place, type, new Names(zh, en), null, false);
        var funds = payers.stream()
                .map(payer -> new FundMovement(
                        ProjectsChapter.id(place + "/" + zh + "/" + payer),
                        payer,
                        "",
                        FundKind.PLAN,
                        null,
                        NO_DAY,
                        "",
                        null))
                .toList();
        return new Earlier(
                id, new EarlierProject(project, stage, ProjectPlan.NOTHING, null, null, quantity, funds, source));
    }
}
