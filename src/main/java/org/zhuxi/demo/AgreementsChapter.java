package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.BreachNote;
import org.zhuxi.governance.BreachNotes;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.NewSharedWork;
import org.zhuxi.governance.OpinionTalk.Vote;
import org.zhuxi.governance.Opinions;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.RollRow;
import org.zhuxi.governance.Rolls;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;

/** What neighbours agree on in Zhuxi, made up: venues, a convention, a roll of owners, a lift to share, a talk with its map. */
@Component
class AgreementsChapter {

    private static final String BUILDING = DemoCommunities.ZHUXI + "-Q1-B001";
    private static final int PEOPLE = 26;

    private static final LocalDate ADOPTED = LocalDate.of(2021, 1, 1);

    /** What the 22 articles of Jiangxin's convention are about, in our words (《诸暨·宜居之城》, adopted there 2020-12-09). */
    private static final String TOPICS = """
            价值观
            党员带头
            婚丧从简
            敬老抚幼
            邻里互助和调解
            晨晚安静
            不抛物、不滴水
            停车和消防通道
            养犬
            不违建、文明装修
            楼道整洁
            垃圾分类
            爱护公物和绿化
            节约和低碳
            出租房安全
            群防群治
            远离黄赌毒
            交纳费用
            评比表彰
            违约教育
            解释
            施行
            """;

    private static final String STATEMENTS = """
            空地要留一块给老人坐
            空地应该全部种花
            空地应该改成停车位
            晚上十点后不跳广场舞
            多放几个垃圾桶
            给孩子一块能跑的地方
            装充电桩比种花要紧
            种的花由楼栋轮流照看
            铺砖要能渗水
            花了多少钱要贴出来
            """;

    private final Venues venues;
    private final Conventions conventions;
    private final BreachNotes breaches;
    private final SharedWorks works;
    private final Opinions opinions;
    private final Rolls rolls;
    private final DemoStaff staff;

    AgreementsChapter(
            Venues venues,
            Conventions conventions,
            BreachNotes breaches,
            SharedWorks works,
            Opinions opinions,
            Rolls rolls,
            DemoStaff staff) {
        this.venues = venues;
        this.conventions = conventions;
        this.breaches = breaches;
        this.works = works;
        this.opinions = opinions;
        this.rolls = rolls;
        this.staff = staff;
    }

    /** Clauses of the convention, in order. */
    static List<String> topics() {
        return TOPICS.lines().toList();
    }

    void tell(LocalDate lastDay) {
        venue("community", DemoCommunities.ZHUXI, new Names("社区议事厅", "Community deliberation hall"), "党群服务中心二楼");
        venue("quarter", DemoCommunities.ZHUXI + "-Q1", new Names("一区议事亭", "Pavilion of quarter 1"), "口袋公园旁");
        venue("building", BUILDING, new Names("1 栋楼道议事角", "Stairwell corner of building 1"), "一楼门厅");
        convention();
        roll();
        lift();
        talk(lastDay);
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "governance/" + what);
    }

    private void venue(String key, String place, Names name, String where) {
        venues.open(staff.person("community-clerk"), id("venue/" + key), place, name, where, Origin.SYNTHETIC, "");
    }

    /** The structure of Jiangxin's convention, and a draft that says more in three clauses. */
    private void convention() {
        var clerk = staff.person("community-clerk");
        var id = conventions
                .begin(
                        clerk,
                        id("convention"),
                        DemoCommunities.ZHUXI,
                        Convention.Kind.RESIDENTS,
                        "竹西社区居民公约（演示）",
                        Origin.SYNTHETIC,
                        "结构取自江新社区居民公约 22 条")
                .id();
        if (conventions.story(id, null).isPresent()) {
            return;
        }
        conventions.draft(clerk, id, TOPICS);
        conventions.adopt(clerk, id, null, "演示：居民会议表决通过", ADOPTED);
        var next = TOPICS.replace("养犬", "养犬：出门牵绳，及时清理，按时打疫苗。")
                .replace("垃圾分类", "垃圾分类：四分类，定时定点投放。")
                .replace("停车和消防通道", "停车和消防通道：不占消防通道，电瓶不进楼道。");
        conventions.draft(clerk, id, next);
        breach(clerk, id, "scooter", 8, "楼道口停着电瓶车充电。", BreachNote.State.MENDED, "讲了第 8 条，一起把车推到充电棚，告诉他早晚都有空位。");
        breach(clerk, id, "dog", 9, "早上遛狗没有牵绳。", BreachNote.State.TALKED_OVER, "当面说了第 9 条，送了一份公约。");
        breach(clerk, id, "noise", 6, "夜里装修声音大。", null, "");
        conventions.remark(staff.person("resident"), id, id("convention/leash"), 9, "晚上遛狗也要牵绳，写明白。");
    }

    private void breach(
            Actor clerk,
            UUID convention,
            String key,
            int clause,
            String seen,
            BreachNote.@Nullable State state,
            String done) {
        var typed = new BreachNote.Typed(BUILDING, clause, null, seen);
        var note = breaches.note(clerk, convention, id("breach/" + key), typed, Origin.SYNTHETIC);
        if (state != null) {
            breaches.follow(clerk, convention, note.id(), state, null, done);
        }
    }

    /** One owner has two flats, and one flat is not sold yet. */
    private void roll() {
        var clerk = staff.person("community-clerk");
        if (rolls.totals(clerk, staff.path()).units() > 0) {
            return;
        }
        var rows = doors().map(door -> new RollRow(
                        "%s-%d%02d".formatted(BUILDING, door.floor(), door.number()), "80", owner(door), null))
                .toList();
        rolls.enter(clerk, DemoCommunities.ZHUXI, rows, Origin.SYNTHETIC);
    }

    private static String owner(Door door) {
        return switch (door.floor() * 10 + door.number()) {
            case 61 -> OwnedPart.UNSOLD;
            case 32 -> "B1-0201";
            default -> "B1-%02d%02d".formatted(door.floor(), door.number());
        };
    }

    private record Door(int floor, int number) {}

    private static Stream<Door> doors() {
        return IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(floor -> IntStream.rangeClosed(1, 2).mapToObj(number -> new Door(floor, number)));
    }

    /** Six floors with two doors each; the cost and the subsidy are those of the published example. */
    private void lift() {
        var clerk = staff.person("community-clerk");
        var rows = doors().map(
                        door -> "%s-%d%02d, %d, 80".formatted(BUILDING, door.floor(), door.number(), door.floor()))
                .collect(Collectors.joining("\n"));
        var typed = new NewSharedWork(
                BUILDING,
                SharedWork.Kind.LIFT,
                "1 栋 1 单元加装电梯（演示）",
                "外挂井道，平层入户。",
                50_000_000,
                10_000_000,
                600_000,
                NewSharedWork.GUANGZHOU,
                NewSharedWork.GUANGZHOU,
                rows);
        var lift = works.prepare(clerk, id("lift"), typed, Origin.SYNTHETIC);
        if (works.get(lift.id()).state() == SharedWork.State.DRAFT) {
            works.publicise(clerk, lift.id());
            works.object(staff.person("resident"), lift.id(), id("lift/light"), "一楼厨房会不会更暗？");
        }
    }

    private void talk(LocalDate lastDay) {
        var clerk = staff.person("community-clerk");
        var talk = opinions.begin(
                clerk,
                id("talk"),
                DemoCommunities.ZHUXI,
                "楼间空地怎么用",
                "",
                lastDay.plusDays(300),
                STATEMENTS,
                Origin.SYNTHETIC);
        if (opinions.view(talk).participants() > 0) {
            return;
        }
        var statements = opinions.statements(clerk, talk);
        for (var person = 0; person < PEOPLE; person++) {
            var neighbour = neighbour(person);
            for (var i = 0; i < statements.size(); i++) {
                if ((person + i) % 7 != 6) {
                    opinions.vote(neighbour, talk.id(), statements.get(i).id(), opinion(person, i));
                }
            }
        }
    }

    private Actor neighbour(int number) {
        return new Actor(id("neighbour/" + number), "", Set.of(new Grant(Role.RESIDENT, staff.path())), Set.of(), null);
    }

    /** One camp wants flowers, the other room for cars; the first and the last statement please both. */
    private static Vote opinion(int person, int statement) {
        if (statement == 0 || statement == 9) {
            return Vote.AGREE;
        }
        if ((person * 5 + statement * 3) % 11 == 0) {
            return Vote.PASS;
        }
        var isCar = statement == 2 || statement == 4 || statement == 6;
        return (person % 2 == 0) == isCar ? Vote.AGREE : Vote.DISAGREE;
    }
}
