package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.PersonalExport;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.SlotPlan;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.FacilityKind;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.Vehicles;
import org.zhuxi.waste.chain.Weighing;
import org.zhuxi.waste.kit.Bags;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.Kits;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Tasks;
import org.zhuxi.waste.team.Duties;
import org.zhuxi.waste.team.Part;
import org.zhuxi.waste.team.Team;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.Visits;

/** Whoever took part in everything around waste takes it all along, and leaves no name and no words behind. */
@ZhuxiTest
@Import(World.class)
class WasteErasureTests {

    private static final LocalDate TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

    /** The facades the family meets. */
    private record Work(
            Places places,
            Stations stations,
            Tasks tasks,
            Pairs pairs,
            Visits visits,
            PickupCalendar calendar,
            Appointments appointments,
            Team team,
            Duties duties,
            Kits kits,
            Bags bags,
            Recyclers recyclers,
            Facilities facilities,
            Vehicles vehicles,
            Collections collections) {}

    private final Accounts accounts;
    private final Erasures erasures;
    private final PersonalExport export;
    private final JdbcClient jdbc;
    private final World worlds;
    private final Work work;
    private World.Made world;
    private Family family;
    private Actor clerk;
    private UUID duty;

    WasteErasureTests(
            Accounts accounts,
            Erasures erasures,
            PersonalExport export,
            JdbcClient jdbc,
            World worlds,
            AutowireCapableBeanFactory beans) {
        this.accounts = accounts;
        this.erasures = erasures;
        this.export = export;
        this.jdbc = jdbc;
        this.worlds = worlds;
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void takePartInEverything() {
        world = worlds.make(3);
        family = Family.in(world, 1, accounts);
        for (var role : List.of(Role.VOLUNTEER, Role.STEWARD)) {
            accounts.grant(World.founder(), family.username(), new Grant(role, world.path()), null, null);
        }
        clerk = accounts.actorOf(world.username("clerk"));
        var station = worlds.station(world, work.stations());
        atHome();
        inTheTeam(station);
        onTheRoad(station);
    }

    @Test
    void theExportHoldsWhatTheFamilyDidAndWhatWasNoted() throws IOException {
        var archive = export();

        for (var table : List.of("visits", "visits-made", "appointments", "tasks", "pairs", "team")) {
            assertThat(archive.get("waste/" + table + ".json")).as(table).contains(family.name());
        }
        assertThat(archive.get("waste/bags.csv")).contains(family.id().toString());
        assertThat(archive.getOrDefault("waste/duties.csv", "").lines()).hasSize(2);
        assertThat(archive.get("waste/recyclers-worked-for.csv")).contains("回收");
        assertThat(archive.get("README.txt")).contains("waste/pairs").doesNotContain(".export.");
    }

    @Test
    void nothingNamesTheErasedPersonAndTheRecordsStay() {
        assertThat(Traces.of(family, jdbc))
                .contains(
                        "waste.task.nickname",
                        "waste.task.words",
                        "waste.visit.note",
                        "waste.appointment.items",
                        "waste.team_member.name",
                        "waste.team_member.username",
                        "waste.recycler_person.username",
                        "waste.help_pair.witness",
                        "waste.collection.driver");
        var rows = rows();

        erasures.eraseNow(
                accounts.actorOf(world.username("head")), family.head(accounts).account(), "本人到场要求");

        assertThat(Traces.of(family, jdbc)).isEmpty();
        assertThat(rows()).isEqualTo(rows);
        assertThat(jdbc.sql("select account_id is null from waste.duty where id = ?")
                        .param(duty)
                        .query(Boolean.class)
                        .single())
                .as("a duty to come is free again")
                .isTrue();
    }

    @Test
    void aMemberWhoIsLeftStillHasWhatIsHis() {
        work.tasks()
                .take(
                        family.head(accounts),
                        Ids.next(),
                        family.household(),
                        "book-swap",
                        family.name(),
                        Origin.SYNTHETIC);
        var other = Family.in(world, 2, accounts);
        var task = Ids.next();
        work.tasks().take(other.head(accounts), task, other.household(), "book-swap", "小竹", Origin.SYNTHETIC);

        erasures.eraseNow(
                accounts.actorOf(world.username("head")), family.head(accounts).account(), "本人到场要求");

        assertThat(work.tasks().ofHousehold(other.head(accounts), other.household()))
                .singleElement()
                .satisfies(left -> assertThat(left.nickname()).isEqualTo("小竹"));
    }

    private void atHome() {
        var head = family.head(accounts);
        var name = family.name();
        var task = Ids.next();
        work.tasks().take(head, task, family.household(), "battery-hunt", name, Origin.SYNTHETIC);
        work.tasks().finish(head, task, name + "找到七节");
        var known = work.places().findHouseholds(world.households());
        var home = Objects.requireNonNull(known.get(family.id()));
        var helped = Objects.requireNonNull(known.get(world.households().get(2).id()));
        work.pairs().propose(clerk, home, helped, name, Origin.SYNTHETIC);
        work.visits().record(clerk, visit(family.id()));
        work.visits().record(head, visit(family.id()));
        var batch = work.kits().order(clerk, world.community(), KitItem.BAG, "试", 5, Origin.SYNTHETIC);
        work.kits().receive(clerk, batch.id(), 5);
        work.bags().give(clerk, Ids.next(), batch.first(), 2, List.of(home), Origin.SYNTHETIC);
        var plan = new SlotPlan(
                PickupService.BULKY,
                TOMORROW,
                TOMORROW,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(9, 0),
                LocalTime.of(11, 0),
                3);
        work.calendar().add(clerk, world.path(), plan);
        var slot = work.calendar()
                .list(world.path(), TOMORROW, TOMORROW.plusDays(1))
                .getFirst()
                .id();
        var asked = new NewAppointment(Ids.next(), family.household(), slot, name + "的沙发", 1, name + "家门口", null);
        work.appointments().book(head, asked);
        work.appointments().cancel(head, asked.id(), name + "不要了");
    }

    private NewVisit visit(UUID household) {
        return new NewVisit(
                Ids.next(),
                household,
                null,
                Instant.now(),
                Outcome.MET,
                Set.of(),
                true,
                false,
                null,
                true,
                null,
                family.name() + "问几点开门",
                family.name() + "腿脚不便");
    }

    private void inTheTeam(StationRef station) {
        work.team().take(clerk, world.community(), family.username(), Part.VOLUNTEER, Origin.SYNTHETIC);
        duty = work.duties()
                .plan(clerk, station, new Duties.Plan(TOMORROW, LocalTime.of(7, 0), LocalTime.of(9, 0), 1))
                .getFirst()
                .id();
        work.duties().take(family.head(accounts), duty);
        var recycler =
                work.recyclers().add(clerk, world.community(), "回收" + world.communityCode(), "", Origin.SYNTHETIC);
        work.recyclers().engage(clerk, recycler.ref(), family.username());
    }

    private void onTheRoad(StationRef station) {
        var code = world.communityCode();
        var kitchen = Set.of(WasteClass.KITCHEN);
        var names = new Names("堆肥场", "Compost site");
        work.facilities()
                .add(
                        clerk,
                        new Facilities.New(
                                "C-" + code, FacilityKind.COMPOST, names, world.path(), kitchen, Origin.SYNTHETIC));
        var plate = "SU" + code.substring(8);
        work.vehicles().add(clerk, new Vehicles.New(plate, "环卫", kitchen, null, world.path(), Origin.SYNTHETIC));
        var load = new NewCollection(
                Ids.next(),
                code,
                WasteClass.KITCHEN,
                List.of(station.site()),
                plate,
                family.name(),
                "C-" + code,
                new Load.Weighed(Weighing.SOURCE, null, null, new BigDecimal("100")),
                null,
                Instant.now().minusSeconds(60),
                "",
                List.of(),
                null);
        work.collections().file(family.head(accounts), List.of(load));
    }

    /** How many rows there are of everything that stays. */
    private Map<String, Long> rows() {
        var rows = new HashMap<String, Long>();
        for (var table : List.of("task", "help_pair", "visit", "appointment", "team_member", "duty", "collection")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from waste." + table + " where community_id = ?")
                            .param(world.community().value())
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private Map<String, String> export() throws IOException {
        return Archive.of(export, family.head(accounts), Locale.SIMPLIFIED_CHINESE);
    }
}
