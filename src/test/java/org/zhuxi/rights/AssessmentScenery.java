package org.zhuxi.rights;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.zhuxi.account.Accounts;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CycleCalendar;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.NewCycle;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.indicator.Registers;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;

/** A cycle of the community that rights are tried in, in which it has enrolled. */
record AssessmentScenery(
        Accounts accounts, Registers registers, Cycles cycles, Assessments assessments, SampleDraws samples) {

    private static final String YEAR = "2018";

    Map<String, String> in(World.Made made) {
        var officer = new Actor(
                Ids.next(), "officer", Set.of(new Grant(Role.CITY_OFFICER, PlacePath.NATION)), Set.of(), null);
        registers.freezeToday(World.founder(), Ids.next(), YEAR, made.communityCode(), "trial");
        var today = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        var cycle = cycles.plan(
                officer,
                Ids.next(),
                new NewCycle(
                        Integer.parseInt(YEAR),
                        made.communityCode(),
                        new Names("试", "Trial"),
                        "GC2020",
                        new CycleCalendar(today, today, Map.of(ReviewLevel.STREET, today), 7, today.plusDays(1))),
                Origin.SYNTHETIC);
        cycles.move(officer, cycle.id(), CycleState.OPEN);
        var it = assessments.enrol(
                accounts.actorOf(made.username("clerk")),
                Ids.next(),
                cycle.id(),
                made.communityCode(),
                Origin.SYNTHETIC);
        var sample = samples.commit(officer, Ids.next(), cycle.id(), 1);
        return new HashMap<>(Map.of(
                "cycle", cycle.id().toString(),
                "assessment", it.id().toString(),
                "sample", sample.id().toString()));
    }
}
