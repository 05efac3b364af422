package org.zhuxi.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Acting;
import org.zhuxi.account.NewActing;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Tasks;

/** Three tasks of the young, one of them accepted and one waiting; two pairs of neighbours; a helper who may act. */
@Component
class NeighbourHelpChapter {

    private static final int FIRST_HELPED = 40;
    private static final int ENTRUSTED_DAYS = 180;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final Places places;
    private final Tasks tasks;
    private final Pairs pairs;
    private final Acting acting;
    private final Clock clock;

    NeighbourHelpChapter(
            DemoStaff staff,
            DemoHouseholds households,
            Places places,
            Tasks tasks,
            Pairs pairs,
            Acting acting,
            Clock clock) {
        this.staff = staff;
        this.households = households;
        this.places = places;
        this.tasks = tasks;
        this.pairs = pairs;
        this.acting = acting;
        this.clock = clock;
    }

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var resident = staff.person("resident");
        var home = homeOf(resident);
        entrust(resident);
        if (tasks.ofHousehold(resident, home).isEmpty()) {
            take(resident, home, "five-bags", "");
            take(resident, home, "teach-grandparents", "外婆总把茶叶渣倒进水池。");
            var accepted = take(resident, home, "battery-hunt", "找到 7 节旧电池和一根灯管。");
            tasks.accept(clerk, accepted);
        }
        if (pairs.list(clerk, staff.community(), 1, null).items().isEmpty()) {
            pair(clerk, resident, FIRST_HELPED);
            pair(clerk, staff.person("volunteer"), FIRST_HELPED + 1);
        }
    }

    /** The volunteer next door may act for the resident, and did so once. */
    private void entrust(Actor resident) {
        if (acting.byMe(resident).isEmpty()) {
            var helper = staff.person("volunteer");
            var until = LocalDate.now(clock.withZone(CHINA)).plusDays(ENTRUSTED_DAYS);
            var id = acting.give(
                    resident,
                    new NewActing(
                            "volunteer",
                            helper.name(),
                            Set.of("shop", "reminders", "appointments"),
                            until.toString(),
                            "",
                            Origin.SYNTHETIC));
            var consent = acting.begin(helper, id);
            acting.note(helper, consent, "look", "look /me/points");
            acting.note(helper, consent, "end", "");
        }
    }

    private java.util.UUID take(Actor resident, HouseholdRef home, String template, String words) {
        var id = Ids.derived(home.id(), "task/" + template);
        tasks.take(resident, id, home, template, "小竹", Origin.SYNTHETIC);
        if (!words.isEmpty()) {
            tasks.finish(resident, id, words);
        }
        return id;
    }

    private void pair(Actor clerk, Actor helper, int helped) {
        var both = List.of(homeOf(helper), households.of(DemoCommunities.ZHUXI).get(helped));
        var found = places.findHouseholds(both);
        Household one =
                java.util.Objects.requireNonNull(found.get(both.getFirst().id()));
        Household other =
                java.util.Objects.requireNonNull(found.get(both.getLast().id()));
        var id = pairs.propose(clerk, one, other, "楼组长", Origin.SYNTHETIC);
        pairs.consent(helper, id);
    }

    private static HouseholdRef homeOf(Actor person) {
        return person.households().iterator().next();
    }
}
