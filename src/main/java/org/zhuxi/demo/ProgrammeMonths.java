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
import org.zhuxi.compost.CompostCosts;
import org.zhuxi.compost.CompostGatherings;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Gathering;
import org.zhuxi.compost.Logged;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/**
 * A third of the programme's 108 sites publish last month with a climate statement, so that the programme has one; the others are left
 * blank. The sources print how many sites there are and no mass: every kilogram, share and price here is made up.
 */
@Component
class ProgrammeMonths {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String MADE_UP = "演示用数字，不是公布的统计";
    private static final int EVERY = 3;
    private static final int LOADS = 4;
    private static final int LITRES = 800;
    private static final BigDecimal MADE_SHARE = new BigDecimal("0.3");
    private static final Set<String> DRY = Set.of("11", "12", "13", "14", "21", "22", "23", "37", "41");
    private static final Set<String> TROPICAL = Set.of("44");

    private final CompostSites sites;
    private final CompostLog log;
    private final CompostMonths months;
    private final CompostBenefits benefits;
    private final CompostCosts costs;
    private final CompostGatherings gatherings;
    private final Statements statements;
    private final BaselineMixes mixes;
    private final DemoStaff staff;

    ProgrammeMonths(
            CompostSites sites,
            CompostLog log,
            CompostMonths months,
            CompostBenefits benefits,
            CompostCosts costs,
            CompostGatherings gatherings,
            Statements statements,
            BaselineMixes mixes,
            DemoStaff staff) {
        this.sites = sites;
        this.log = log;
        this.months = months;
        this.benefits = benefits;
        this.costs = costs;
        this.gatherings = gatherings;
        this.statements = statements;
        this.mixes = mixes;
        this.staff = staff;
    }

    /** @param programme all of its sites, in the order in which they were added */
    void tell(List<CompostSite> programme, YearMonth month, Actor keeper, Actor reviewer) {
        programme.stream()
                .map(it -> it.place().substring(0, 2))
                .distinct()
                .forEach(province -> declare(province, month.getYear(), keeper));
        for (var i = 1; i < programme.size(); i += EVERY) {
            if (!DemoCompostSites.isLishui(programme.get(i).place())) {
                report(programme.get(i), i, month, keeper, reviewer);
            }
        }
        programme.stream().filter(it -> DemoCompostSites.isLishui(it.place())).forEach(it -> state(it, month));
    }

    /** What becomes of waste in a province and what it costs, both made up. */
    private void declare(String province, int year, Actor keeper) {
        var code = province + "0000000000";
        var buried = new BigDecimal(DRY.contains(province) ? "0.35" : "0.10");
        mixes.enter(
                Founder.ACTOR,
                Ids.derived(Founder.ACTOR.account(), "programme/mix/" + province),
                code,
                year,
                new BaselineMix(buried, BigDecimal.ONE.subtract(buried), BigDecimal.ZERO, MADE_UP),
                Origin.SYNTHETIC);
        costs.enter(
                keeper,
                Ids.derived(Founder.ACTOR.account(), "programme/cost/" + province),
                code,
                new CompostCosts.NewCost(year, 12_000, 15_000, 0, MADE_UP, Origin.SYNTHETIC));
    }

    private void report(CompostSite site, int number, YearMonth month, Actor keeper, Actor reviewer) {
        var id = site.ref().id();
        var unit = Ids.derived(id, "箱");
        sites.addUnit(keeper, id, new NewUnit(unit, "1号箱", Method.AEROBIC_BIN, BigDecimal.valueOf(LITRES), 2));
        var entries = new ArrayList<NewEntry>();
        var fed = BigDecimal.ZERO;
        for (var load = 0; load < LOADS; load++) {
            var kg = BigDecimal.valueOf(300 + number * 7L % 190 + load * 11L, 1);
            fed = fed.add(kg);
            var day = month.atDay(4 + 6 * load);
            entries.add(NewEntry.fed(key(unit, "fed/" + load), unit, "food-mixed", kg, at(day)));
            entries.add(NewEntry.fed(
                    key(unit, "leaves/" + load),
                    unit,
                    "leaves-dry",
                    kg.movePointLeft(1).stripTrailingZeros(),
                    at(day)));
        }
        entries.add(
                NewEntry.mass(key(unit, "out"), unit, EntryKind.OUTPUT, fed.multiply(MADE_SHARE), at(month.atDay(26))));
        requireTaken(log.record(keeper, keeper.account(), entries, Origin.SYNTHETIC));
        gatherings.record(
                keeper,
                id,
                new Gathering(
                        key(unit, "lesson"),
                        Gathering.Kind.LESSON,
                        8 + number % 17,
                        new BigDecimal("1.5"),
                        "",
                        "",
                        month.atDay(15),
                        Origin.SYNTHETIC,
                        null));
        months.submit(keeper, id, month);
        months.report(reviewer, id, month)
                .sample()
                .forEach(it -> months.look(reviewer, it.entry().id(), true, ""));
        months.publish(reviewer, id, month);
        state(site, month);
    }

    private static void requireTaken(List<Logged> results) {
        var refused = results.stream()
                .filter(it -> it.status() != Logged.Status.CREATED)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("The programme's compost was not taken: " + refused);
        }
    }

    /** Drafted, verified and published by three different people. */
    private void state(CompostSite site, YearMonth month) {
        var id = Ids.derived(site.ref().id(), "statement");
        benefits.draft(
                Founder.ACTOR,
                id,
                site.ref().id(),
                month.toString(),
                climate(site.place().substring(0, 2)),
                Origin.SYNTHETIC);
        statements.verify(staff.person("certifier"), id);
        statements.publish(staff.person("nation-officer"), id);
    }

    private static Climate climate(String province) {
        if (TROPICAL.contains(province)) {
            return Climate.TROPICAL_WET;
        }
        return DRY.contains(province) ? Climate.TEMPERATE_DRY : Climate.TEMPERATE_WET;
    }

    private static UUID key(UUID unit, String what) {
        return Ids.derived(unit, what);
    }

    private static java.time.Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(8, 30)).atZone(ZONE).toInstant();
    }
}
