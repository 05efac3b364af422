package org.zhuxi.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.neighbour.Pairs;
import org.zhuxi.waste.neighbour.Tasks;

/** Three tasks of the young, one of them accepted and one waiting; two pairs of neighbours. */
@Component
class NeighbourHelpChapter {

    private static final int FIRST_HELPED = 40;

    private final DemoStaff staff;
    private final DemoHouseholds households;
    private final Places places;
    private final Tasks tasks;
    private final Pairs pairs;

    NeighbourHelpChapter(DemoStaff staff, DemoHouseholds households, Places places, Tasks tasks, Pairs pairs) {
        this.staff = staff;
        this.households = households;
        this.places = places;
        this.tasks = tasks;
        this.pairs = pairs;
    }

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var resident = staff.person("resident");
        var home = homeOf(resident);
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
