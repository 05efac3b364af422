package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.NewCycle;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Title;
import org.zhuxi.assessment.Titles;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;

/** Last year's cycle in Zhuxi, which attained and was named, and this year's in Gaohang with its three communities on the way. */
@Component
class AssessmentsChapter {

    private static final String HANJIANG = "321003000000";
    private static final String GAOHANG = "310115121000";
    private static final String EXAMPLE = "EXAMPLE-100";
    private static final int NOTICE_DAYS = 7;

    private final GaohangAssessments gaohang;
    private final Cycles cycles;
    private final Assessments assessments;
    private final Titles titles;
    private final SampleDraws samples;
    private final Registers registers;
    private final Places places;
    private final Rollups rollups;

    AssessmentsChapter(
            GaohangAssessments gaohang,
            Cycles cycles,
            Assessments assessments,
            Titles titles,
            SampleDraws samples,
            Registers registers,
            Places places,
            Rollups rollups) {
        this.gaohang = gaohang;
        this.cycles = cycles;
        this.assessments = assessments;
        this.titles = titles;
        this.samples = samples;
        this.registers = registers;
        this.places = places;
        this.rollups = rollups;
    }

    void tell(LocalDate lastDay) {
        zhuxi(lastDay);
        gaohang(lastDay);
        rollups.refreshAll();
    }

    /** The same whenever it is told. */
    static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "assessments/" + what);
    }

    /** Whoever sets up the demo world, as the city that runs a cycle. */
    static Actor organizer() {
        return new Actor(
                Founder.ACTOR.account(),
                Founder.ACTOR.name(),
                Set.of(new Grant(Role.CITY_OFFICER, PlacePath.NATION)),
                Set.of(),
                null);
    }

    private void zhuxi(LocalDate lastDay) {
        var year = lastDay.getYear() - 1;
        var code = DemoCommunities.ZHUXI;
        freeze(code, year);
        var cycle = cycle(
                "zhuxi",
                new NewCycle(
                        year,
                        HANJIANG,
                        new Names(
                                year + " 年邗江区绿色社区创建（演示）", "Green communities of Hanjiang " + year + " (demonstration)"),
                        StandardVersion.NATIONAL,
                        calendar(LocalDate.of(year, 1, 31), EnumSet.of(ReviewLevel.COUNTY, ReviewLevel.CITY))));
        advance(cycle, CycleState.OPEN);
        var it = assessments.takeOver(
                organizer(),
                id("zhuxi/assessment"),
                cycle,
                code,
                LocalDate.of(year, 11, 20),
                "演示数据：上一年的认定结果",
                Origin.SYNTHETIC);
        advance(cycle, CycleState.REVIEW);
        advance(cycle, CycleState.NOTICE);
        advance(cycle, CycleState.CLOSED);
        advance(cycle, CycleState.PUBLISHED);
        titles.grant(
                organizer(),
                id("zhuxi/title"),
                it.id(),
                Title.Kind.PROVINCE,
                LocalDate.of(year, 12, 25),
                "演示数据：命名文件",
                Origin.SYNTHETIC);
    }

    private void gaohang(LocalDate lastDay) {
        var year = lastDay.getYear();
        var cycle = cycle(
                "gaohang",
                new NewCycle(
                        year,
                        GAOHANG,
                        new Names(
                                year + " 年高行镇绿色社区创建（演示）", "Green communities of Gaohang " + year + " (demonstration)"),
                        EXAMPLE,
                        calendar(lastDay.plusDays(30), EnumSet.allOf(ReviewLevel.class))));
        advance(cycle, CycleState.OPEN);
        gaohang.notYet(cycle);
        gaohang.returned(cycle);
        gaohang.approved(cycle);
        advance(cycle, CycleState.REVIEW);
        gaohang.proposed(cycle);
        advance(cycle, CycleState.NOTICE);
        gaohang.noticed(cycle);
        draw(cycle);
    }

    /** One of those that were handed in is drawn for inspection. */
    private void draw(UUID cycle) {
        var sample = samples.commit(organizer(), id("gaohang/sample"), cycle, 1);
        if (sample.drawnAt() == null) {
            samples.draw(organizer(), sample.id());
        }
    }

    private void freeze(String code, int year) {
        var community = places.findByCode(code)
                .map(place -> places.getCommunity(Objects.requireNonNull(place.community())))
                .orElseThrow();
        registers.freeze(
                Founder.ACTOR,
                id("register/" + code + year),
                String.valueOf(year),
                code,
                LocalDate.of(year, 12, 31),
                community.source(),
                List.of(new RegisterItem(community.id().value(), code, community.name(), true, 1, null, null)),
                Origin.SYNTHETIC);
    }

    private static CycleCalendar calendar(LocalDate enrolBy, Set<ReviewLevel> levels) {
        var by = enrolBy.plusMonths(2);
        var reviewBy = new EnumMap<ReviewLevel, LocalDate>(ReviewLevel.class);
        for (var level : levels) {
            reviewBy.put(level, by);
            by = by.plusMonths(1);
        }
        return new CycleCalendar(enrolBy, enrolBy.plusMonths(1), Map.copyOf(reviewBy), NOTICE_DAYS, by.plusMonths(5));
    }

    private UUID cycle(String name, NewCycle cycle) {
        return cycles.plan(organizer(), id(name + "/cycle"), cycle, Origin.SYNTHETIC)
                .id();
    }

    /** Leads a cycle on, unless it is there already. */
    private void advance(UUID cycle, CycleState to) {
        if (cycles.get(cycle).state().compareTo(to) < 0) {
            cycles.move(organizer(), cycle, to);
        }
    }
}
