package org.zhuxi.rights;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.account.NewAccount;
import org.zhuxi.exchange.Imports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.PlateFilter;
import org.zhuxi.place.Plates;
import org.zhuxi.testing.World;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.appointment.Appointments;
import org.zhuxi.waste.appointment.NewAppointment;
import org.zhuxi.waste.appointment.PickupCalendar;
import org.zhuxi.waste.appointment.PickupService;
import org.zhuxi.waste.appointment.SlotPlan;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.ChainRules;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.FacilityKind;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.NewTreatment;
import org.zhuxi.waste.chain.Treatments;
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
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;

/** Once each: what the work around waste keeps, an outline and a table that was uploaded; about the first household. */
record WasteScenery(
        Accounts accounts,
        Places places,
        Outlines outlines,
        Plates plates,
        Imports imports,
        Kits kits,
        Bags bags,
        VisitRounds rounds,
        Team team,
        Duties duties,
        Tasks tasks,
        Pairs pairs,
        Recyclers recyclers,
        BuyBacks buyBacks,
        PickupCalendar calendar,
        Appointments appointments,
        Facilities facilities,
        Vehicles vehicles,
        Collections collections,
        Treatments treatments,
        Balances balances,
        ChainRules rules,
        CalendarFeeds feeds) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.45,32.40],[119.46,32.40],[119.46,32.41],[119.45,32.41],[119.45,32.40]]]}";

    /** What stands for {@code $words} in the tries. */
    Map<String, String> make(World.Made made, StationRef station) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var head = accounts.actorOf(made.username("head"));
        var resident = accounts.actorOf(made.username("resident"));
        outlines.put(head, made.communityCode(), SQUARE, CoordinateSystem.WGS84, "trial");
        var words = new HashMap<String, String>();
        words.put("month", YearMonth.now(ZONE).toString());
        words.put("tomorrow", tomorrow().toString());
        words.put("import", upload(head, made));
        words.put("qrPlate", hangPlate(clerk, made));
        words.put(
                "cardNumber",
                places.getHousehold(clerk, made.households().getFirst().id()).cardCode());
        words.put("calendarPassword", subscribe(resident));
        giveBag(clerk, made, words);
        words.put("round", planRound(clerk, made).toString());
        words.put("duty", planDuty(clerk, station).toString());
        words.put("task", finishTask(resident, made).toString());
        words.put("pair", pair(clerk, made).toString());
        buy(clerk, made, words);
        book(clerk, resident, made, words);
        haul(clerk, made, station, words);
        return words;
    }

    private String hangPlate(Actor clerk, World.Made made) {
        var home = places.findByCode(made.communityCode()).orElseThrow();
        plates.make(clerk, home, Set.of(PlaceKind.BUILDING), Origin.SYNTHETIC);
        return plates.list(clerk, home, PlateFilter.ALL, 1, null)
                .items()
                .getFirst()
                .code();
    }

    /** Makes somebody a member of the community's team, so that only roles decide. */
    void welcome(World.Made made, String username) {
        var clerk = accounts.actorOf(made.username("clerk"));
        team.take(clerk, made.community(), username, Part.VOLUNTEER, Origin.SYNTHETIC);
    }

    private String upload(Actor head, World.Made made) {
        var table = "dwelling,persons\n" + made.dwellings().getFirst() + ",9\n";
        return imports.upload(head, "households", "trial.csv", table.getBytes(StandardCharsets.UTF_8))
                .id()
                .toString();
    }

    /** What a calendar program sends. It has fetched today, which is noted once a day. */
    private String subscribe(Actor resident) {
        var secret = feeds.renew(resident);
        feeds.open(secret);
        return Base64.getEncoder().encodeToString(("calendar:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private void giveBag(Actor clerk, World.Made made, Map<String, String> words) {
        var batch = kits.order(clerk, made.community(), KitItem.BAG, "trial", 10, Origin.SYNTHETIC);
        kits.receive(clerk, batch.id(), 10);
        var households = places.findHouseholds(made.households().subList(0, 1));
        bags.give(clerk, Ids.next(), batch.first(), 1, List.copyOf(households.values()), Origin.SYNTHETIC);
        words.put("kitBatch", batch.id().toString());
        words.put("bag", batch.first().printed());
    }

    private UUID planRound(Actor clerk, World.Made made) {
        var at = places.findByPath(made.path()).orElseThrow();
        var plan = new VisitRounds.Plan("trial", VisitRound.Source.ALL, tomorrow(), 10);
        return rounds.plan(clerk, at, plan, Origin.SYNTHETIC).id();
    }

    private UUID planDuty(Actor clerk, StationRef station) {
        var plan = new Duties.Plan(tomorrow(), LocalTime.of(7, 0), LocalTime.of(9, 0), 1);
        return duties.plan(clerk, station, plan).getFirst().id();
    }

    private UUID finishTask(Actor resident, World.Made made) {
        var id = Ids.next();
        tasks.take(resident, id, made.households().getFirst(), "battery-hunt", "小宝", Origin.SYNTHETIC);
        tasks.finish(resident, id, "七节");
        return id;
    }

    private UUID pair(Actor clerk, World.Made made) {
        var known = places.findHouseholds(made.households());
        var helper =
                Objects.requireNonNull(known.get(made.households().getFirst().id()));
        var helped = Objects.requireNonNull(known.get(made.households().get(2).id()));
        return pairs.propose(clerk, helper, helped, "王阿姨", Origin.SYNTHETIC);
    }

    private void buy(Actor clerk, World.Made made, Map<String, String> words) {
        var person = open(made, "recycler", Role.RECYCLER);
        var recycler = recyclers.add(clerk, made.community(), "回收 " + made.communityCode(), "0514-1", Origin.SYNTHETIC);
        recyclers.engage(clerk, recycler.ref(), made.username("recycler"));
        var since = LocalDate.now(ZONE).minusMonths(1);
        recyclers.setPrices(clerk, recycler.ref(), List.of(new Price(Material.PAPER, since, 80L)));
        var sale = new NewBuyBack(
                Ids.next(),
                made.households().getFirst().id(),
                null,
                Instant.now(),
                List.of(new NewBuyBack.Weighed(Material.PAPER, 1_000)),
                Payment.CASH,
                null,
                null);
        buyBacks.record(person, List.of(sale));
        words.put("recycler", recycler.ref().id().toString());
        words.put("recyclerPerson", made.username("recycler"));
        words.put("receipt", sale.id().toString());
    }

    private Actor open(World.Made made, String who, Role role) {
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        made.username(who),
                        null,
                        who,
                        World.PASSWORD,
                        Set.of(new Grant(role, made.path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        return accounts.actorOf(made.username(who));
    }

    private void book(Actor clerk, Actor resident, World.Made made, Map<String, String> words) {
        var plan = new SlotPlan(
                PickupService.BULKY,
                tomorrow(),
                tomorrow(),
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(9, 0),
                LocalTime.of(11, 0),
                3);
        calendar.add(clerk, made.path(), plan);
        var slot = calendar.list(made.path(), tomorrow(), tomorrow().plusDays(1))
                .getFirst()
                .id();
        var asked = new NewAppointment(Ids.next(), made.households().getFirst(), slot, "旧沙发", 1, "楼下", null);
        appointments.book(resident, asked);
        words.put("slot", slot.toString());
        words.put("appointment", asked.id().toString());
    }

    private void haul(Actor clerk, World.Made made, StationRef station, Map<String, String> words) {
        var facility = "C-" + made.communityCode();
        var plate = "SU" + made.communityCode().substring(8);
        var kitchen = Set.of(WasteClass.KITCHEN);
        facilities.add(
                clerk,
                new Facilities.New(
                        facility,
                        FacilityKind.COMPOST,
                        new Names("堆肥场", "Compost site"),
                        made.path(),
                        kitchen,
                        Origin.SYNTHETIC));
        vehicles.add(clerk, new Vehicles.New(plate, "环卫", kitchen, null, made.path(), Origin.SYNTHETIC));
        var load = new NewCollection(
                Ids.next(),
                made.communityCode(),
                WasteClass.KITCHEN,
                List.of(station.site()),
                plate,
                "老王",
                facility,
                new Load.Weighed(Weighing.SOURCE, null, null, new BigDecimal("100")),
                null,
                Instant.now().minusSeconds(60),
                "",
                List.of(),
                null);
        collections.file(clerk, List.of(load));
        var treated = new NewTreatment(
                Ids.next(),
                made.communityCode(),
                WasteClass.KITCHEN,
                facility,
                new BigDecimal("100"),
                "堆肥",
                new BigDecimal("30"),
                BigDecimal.ZERO,
                null,
                Instant.now().minusSeconds(30),
                "",
                "",
                List.of(),
                null);
        treatments.file(clerk, List.of(treated));
        var explanation = Ids.next();
        balances.explain(
                clerk,
                made.path(),
                new Balances.NewExplanation(
                        explanation,
                        YearMonth.now(ZONE),
                        WasteClass.KITCHEN,
                        rules.reasons().getFirst().code(),
                        BigDecimal.ONE,
                        ""));
        words.put("facility", facility);
        words.put("plate", plate);
        words.put("collection", load.id().toString());
        words.put("treatment", treated.id().toString());
        words.put("explanation", explanation.toString());
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(ZONE).plusDays(1);
    }
}
