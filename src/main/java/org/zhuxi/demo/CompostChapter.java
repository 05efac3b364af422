package org.zhuxi.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.Statements;
import org.zhuxi.compost.CompostBenefits;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Finding;
import org.zhuxi.compost.Logged;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.compost.Scene;
import org.zhuxi.compost.Weighing;
import org.zhuxi.compost.process.Density;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;

/**
 * Compost sites: Zhuxi's own bins with a log up to yesterday, the zero-waste market whose year adds up to more than 20 t in and 6 t out,
 * and a programme of 108 sites in 41 cities of 20 provinces, a third of which report. Totals and counts are printed in the sources;
 * everything below is made up.
 */
@Component
class CompostChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BINS = 3;
    private static final int DAYS = 70;
    private static final int MONTHS = 12;
    private static final BigDecimal BUCKET = BigDecimal.valueOf(20);

    /** Four loads a month: twelve months make 20,400 kg. */
    private static final List<String> LOADS_KG = List.of("412.5", "431.0", "419.5", "437.0");

    /** Twelve months make 6,120 kg, three tenths of it. */
    private static final BigDecimal MADE_KG = new BigDecimal("510");

    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final CompostBenefits benefits;
    private final Statements statements;
    private final BaselineMixes mixes;
    private final Register register;
    private final ProgrammeMonths programmeMonths;
    private final DemoCompostTeam team;
    private final DemoStaff staff;

    CompostChapter(
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            CompostBenefits benefits,
            Statements statements,
            BaselineMixes mixes,
            Register register,
            ProgrammeMonths programmeMonths,
            DemoCompostTeam team,
            DemoStaff staff) {
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.benefits = benefits;
        this.statements = statements;
        this.mixes = mixes;
        this.register = register;
        this.programmeMonths = programmeMonths;
        this.team = team;
        this.staff = staff;
    }

    void tell(LocalDate lastDay) {
        var programme = DemoCompostSites.settle(register);
        var added = programme.stream().map(this::add).toList();
        added.stream().filter(it -> DemoCompostSites.isLishui(it.place())).forEach(it -> lishui(it, lastDay));
        programmeMonths.tell(added, YearMonth.from(lastDay).minusMonths(1), keeper(), reviewer());
        market(programme.getFirst().place(), lastDay);
        zhuxi(lastDay);
    }

    /** Whoever sets up the demo world, with the roles it takes everywhere. */
    private static Actor keeper() {
        return new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(
                        new Grant(Role.OPERATOR, PlacePath.NATION),
                        new Grant(Role.DATA_STEWARD, PlacePath.NATION),
                        new Grant(Role.COMMUNITY_HEAD, PlacePath.NATION)),
                Set.of(),
                null);
    }

    /** The verifier of the demo, who recorded nothing of it. */
    private Actor reviewer() {
        var verifier = staff.person("verifier");
        return new Actor(
                verifier.account(),
                verifier.name(),
                Set.of(new Grant(Role.VERIFIER, PlacePath.NATION)),
                Set.of(),
                null);
    }

    private CompostSite add(NewSite site) {
        return sites.add(keeper(), site);
    }

    private UUID unit(CompostSite site, String code, Method method, int litres) {
        var id = Ids.derived(site.ref().id(), code);
        sites.addUnit(keeper(), site.ref().id(), new NewUnit(id, code, method, BigDecimal.valueOf(litres), 2));
        return id;
    }

    private void market(String place, LocalDate lastDay) {
        var site = add(new NewSite(
                place,
                new Names("零废烟火·菜市场", "Zero-waste market"),
                new GeoPoint(39.923, 116.402),
                Scene.MARKET,
                "零废弃行动小组",
                "",
                LocalDate.of(2024, 1, 1),
                BUCKET,
                "全年进 20 余吨、出 6 余吨（文献）；每一车是演示数据。",
                Origin.SEED));
        var unit = unit(site, "市场堆肥机", Method.VESSEL, 1200);
        for (var back = MONTHS; back >= 1; back--) {
            var month = YearMonth.from(lastDay).minusMonths(back);
            var entries = new ArrayList<NewEntry>();
            for (var load = 0; load < LOADS_KG.size(); load++) {
                entries.add(NewEntry.fed(
                        id(unit, month + "/" + load),
                        unit,
                        "vegetable-waste",
                        new BigDecimal(LOADS_KG.get(load)),
                        at(month.atDay(3 + 7 * load), 8)));
            }
            entries.add(
                    NewEntry.mass(id(unit, month + "/out"), unit, EntryKind.OUTPUT, MADE_KG, at(month.atDay(27), 16)));
            record(keeper(), entries);
            publish(site, month);
        }
        statement(site, YearMonth.from(lastDay).minusMonths(1));
    }

    /** The last month's climate statement: drafted, verified and published by three different people. */
    private void statement(CompostSite site, YearMonth month) {
        mixes.enter(
                Founder.ACTOR,
                id(site.ref().id(), "mix"),
                "110000000000",
                month.getYear(),
                new BaselineMix(new BigDecimal("0.10"), new BigDecimal("0.90"), BigDecimal.ZERO, "演示用比例，不是公布的统计"),
                Origin.SYNTHETIC);
        var id = id(site.ref().id(), "statement");
        benefits.draft(Founder.ACTOR, id, site.ref().id(), month.toString(), Climate.TEMPERATE_DRY, Origin.SYNTHETIC);
        statements.verify(staff.person("certifier"), id);
        statements.publish(staff.person("nation-officer"), id);
    }

    /** The pilot counts buckets, and weighs five of them a month. */
    private void lishui(CompostSite site, LocalDate lastDay) {
        var unit = unit(site, "试点1号箱", Method.AEROBIC_BIN, 800);
        for (var back = 2; back >= 1; back--) {
            var month = YearMonth.from(lastDay).minusMonths(back);
            var entries = new ArrayList<NewEntry>();
            for (var day = 2; day <= 26; day += 3) {
                entries.add(bucket(unit, month.atDay(day)));
                var core = BigDecimal.valueOf(50 + day % 12L);
                entries.add(NewEntry.measured(
                        id(unit, month + "/heat/" + day),
                        unit,
                        core,
                        core.subtract(BigDecimal.TWO),
                        null,
                        at(month.atDay(day), 9)));
            }
            entries.add(NewEntry.mass(
                    id(unit, month + "/out"), unit, EntryKind.OUTPUT, new BigDecimal("21"), at(month.atDay(27), 16)));
            record(keeper(), entries);
            for (var i = 0; i < Density.ENOUGH; i++) {
                months.weigh(keeper(), site.ref().id(), weighing(unit, month, i), Origin.SYNTHETIC);
            }
            publish(site, month);
        }
    }

    private static NewEntry bucket(UUID unit, LocalDate day) {
        return new NewEntry(
                id(unit, day + "/bucket"),
                unit,
                EntryKind.FEED,
                "food-mixed",
                null,
                BUCKET,
                null,
                null,
                null,
                false,
                null,
                "",
                at(day, 8),
                false,
                List.of(),
                null);
    }

    private static Weighing weighing(UUID unit, YearMonth month, int number) {
        return new Weighing(
                id(unit, month + "/weighing/" + number),
                "food-mixed",
                new BigDecimal("10.1").add(BigDecimal.valueOf(number, 1)),
                BigDecimal.ONE,
                BUCKET,
                month.atDay(5 + number));
    }

    private void zhuxi(LocalDate lastDay) {
        var site = add(new NewSite(
                DemoCommunities.ZHUXI,
                new Names("竹西社区堆肥角", "Zhuxi compost corner"),
                new GeoPoint(32.41, 119.44),
                Scene.RESIDENTIAL,
                "竹西社区居委会",
                "",
                LocalDate.of(2025, 3, 12),
                BUCKET,
                "",
                Origin.SYNTHETIC));
        var composter = staff.person("composter");
        for (var bin = 1; bin <= BINS; bin++) {
            var unit = unit(site, bin + "号箱", Method.AEROBIC_BIN, 600);
            for (var back = DAYS; back >= 1; back--) {
                record(composter, day(unit, bin, back, lastDay.minusDays(back - 1L)));
            }
        }
        publish(site, YearMonth.from(lastDay).minusMonths(1));
        team.tell(keeper(), site, lastDay);
    }

    /** What the composter noted on a day; each bin began on another one. */
    private static List<NewEntry> day(UUID unit, int bin, int back, LocalDate day) {
        var entries = new ArrayList<NewEntry>();
        if ((back + bin) % 2 == 0) {
            var kg = BigDecimal.valueOf(62 + (back * 7 + bin * 13) % 31).movePointLeft(1);
            entries.add(NewEntry.fed(id(unit, day + "/fed"), unit, "food-mixed", kg, at(day, 8)));
            entries.add(NewEntry.fed(
                    id(unit, day + "/leaves"), unit, "leaves-dry", kg.multiply(new BigDecimal("0.8")), at(day, 8)));
        }
        if (back % 3 == bin % 3) {
            var core = BigDecimal.valueOf(48 + (back * 5 + bin * 3) % 19L);
            entries.add(NewEntry.measured(
                    id(unit, day + "/heat"), unit, core, core.subtract(BigDecimal.valueOf(4)), null, at(day, 9)));
        }
        if (back % 9 == bin) {
            entries.add(NewEntry.seen(id(unit, day + "/turn"), unit, EntryKind.TURN, null, at(day, 10)));
        }
        if (back % 11 == bin) {
            var finding = bin == 2 && back < 11 ? Finding.DRY : Finding.RIGHT;
            entries.add(NewEntry.seen(id(unit, day + "/squeeze"), unit, EntryKind.SQUEEZE, finding, at(day, 9)));
        }
        return entries;
    }

    private void record(Actor by, List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var refused = log.record(by, by.account(), entries, Origin.SYNTHETIC).stream()
                .filter(it -> it.status() != Logged.Status.CREATED)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("The demo's compost was not taken: " + refused);
        }
    }

    private void publish(CompostSite site, YearMonth month) {
        var id = site.ref().id();
        months.submit(keeper(), id, month);
        months.report(reviewer(), id, month)
                .sample()
                .forEach(it -> months.look(reviewer(), it.entry().id(), true, ""));
        months.publish(reviewer(), id, month);
    }

    private static UUID id(UUID unit, String what) {
        return Ids.derived(unit, what);
    }

    private static java.time.Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }
}
