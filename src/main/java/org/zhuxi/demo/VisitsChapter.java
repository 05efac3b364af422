package org.zhuxi.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.waste.visit.NewVisit;
import org.zhuxi.waste.visit.Outcome;
import org.zhuxi.waste.visit.SortingSeen;
import org.zhuxi.waste.visit.Stop;
import org.zhuxi.waste.visit.Topic;
import org.zhuxi.waste.visit.VisitRound;
import org.zhuxi.waste.visit.VisitRounds;
import org.zhuxi.waste.visit.Visits;

/** A month of visits: one building finished, one half way through. */
@Component
class VisitsChapter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20_261_021;
    private static final int DAYS = 30;
    private static final int DOORS_A_DAY = 3;
    private static final int MOST = 36;

    private final DemoStaff staff;
    private final Places places;
    private final VisitRounds rounds;
    private final Visits visits;

    VisitsChapter(DemoStaff staff, Places places, VisitRounds rounds, Visits visits) {
        this.staff = staff;
        this.places = places;
        this.rounds = rounds;
        this.visits = visits;
    }

    void tell(LocalDate lastDay) {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        if (rounds.list(clerk, staff.community(), 1, null).items().isEmpty()) {
            walk(plan(clerk, "B001", "一区 1 栋逐户走访", lastDay), lastDay, 1.0);
            walk(plan(clerk, "B002", "一区 2 栋补访", lastDay.plusDays(14)), lastDay, 0.5);
        }
    }

    private VisitRound plan(Actor clerk, String building, String name, LocalDate dueOn) {
        PlacePath path = staff.path().child("Q1").child(building);
        var place = places.findByPath(path).orElseThrow(() -> new Refused.NotFound(path));
        var plan = new VisitRounds.Plan(name, VisitRound.Source.ALL, dueOn, MOST);
        return rounds.plan(clerk, place, plan, Origin.SYNTHETIC);
    }

    private void walk(VisitRound round, LocalDate lastDay, double share) {
        var random = new SplittableRandom(SEED ^ round.name().hashCode());
        var volunteer = staff.person("volunteer");
        var stops = rounds.stops(staff.founderAs(Role.COMMUNITY_CLERK), round, MOST, null)
                .items();
        for (var i = 0; i < stops.size() * share; i++) {
            var day = lastDay.minusDays(DAYS).plusDays(Math.min(DAYS, i / DOORS_A_DAY));
            visits.takeOver(volunteer, Founder.ACTOR, visit(round, stops.get(i), day, random), Origin.SYNTHETIC);
        }
    }

    private static NewVisit visit(VisitRound round, Stop stop, LocalDate day, SplittableRandom random) {
        var at = day.atTime(LocalTime.of(18, 30))
                .plusSeconds(random.nextInt(5_400))
                .atZone(ZONE)
                .toInstant();
        var roll = random.nextInt(10);
        var outcome = roll < 6 ? Outcome.MET : roll < 9 ? Outcome.ABSENT : Outcome.REFUSED;
        Set<Topic> explained = EnumSet.of(Topic.FOUR_CLASSES, Topic.TIMES_AND_PLACES);
        if (random.nextBoolean()) {
            explained.add(Topic.KITCHEN_WASTE);
        }
        var seen = List.of(SortingSeen.values()).get(random.nextInt(SortingSeen.values().length));
        var mayReturn = outcome != Outcome.REFUSED;
        return new NewVisit(
                Ids.derived(round.id(), "visit/" + stop.position()),
                stop.household().id(),
                round.id(),
                at,
                outcome,
                explained,
                true,
                random.nextInt(3) == 0,
                seen,
                mayReturn,
                null,
                random.nextInt(5) == 0 ? "骨头算不算厨余？" : "",
                "");
    }
}
