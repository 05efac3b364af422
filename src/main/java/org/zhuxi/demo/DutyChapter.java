package org.zhuxi.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.request.help.HelpCalls;
import org.zhuxi.request.patrol.Patrol.Result;
import org.zhuxi.request.patrol.Patrols;

/** A route of fire lanes with one patrol and its finding, and two calls for help; made up. */
@Component
class DutyChapter {

    private final Patrols patrols;
    private final HelpCalls help;
    private final DemoStaff staff;

    DutyChapter(Patrols patrols, HelpCalls help, DemoStaff staff) {
        this.patrols = patrols;
        this.help = help;
        this.staff = staff;
    }

    void tell() {
        var clerk = staff.founderAs(Role.COMMUNITY_CLERK);
        var buildings = List.of("-Q1-B001", "-Q1-B002", "-Q1-B003").stream()
                .map(below -> DemoCommunities.ZHUXI + below)
                .toList();
        var route = patrols.lay(
                clerk,
                id("route"),
                DemoCommunities.ZHUXI,
                new Names("一区消防通道", "Fire lanes of quarter 1"),
                7,
                buildings,
                Origin.SYNTHETIC);
        var patrol = patrols.begin(clerk, id("patrol"), route.id(), Origin.SYNTHETIC);
        if (patrol.endedAt() == null) {
            patrols.visit(clerk, patrol.id(), 1, Result.GOOD, "", null, "", Map.of());
            patrols.visit(
                    clerk,
                    patrol.id(),
                    2,
                    Result.FINDING,
                    "",
                    "FIRELANE",
                    "通道上停了一辆面包车",
                    Map.of("BLOCKED_BY", List.of("car")));
            patrols.visit(clerk, patrol.id(), 3, Result.NOT_REACHED, "", null, "施工围挡", Map.of());
            patrols.finish(clerk, patrol.id());
        }
        var answered = help.call(Actor.VISITOR, id("help/1"), buildings.get(0), "", "电梯停在三楼，门打不开", Origin.SYNTHETIC);
        if (answered.isWaiting()) {
            help.acknowledge(clerk, answered.id());
            help.end(clerk, answered.id(), "维保十分钟到场，人已出来。");
        }
        help.call(Actor.VISITOR, id("help/2"), buildings.get(1), "", "老人在楼下坐着起不来", Origin.SYNTHETIC);
    }

    private static UUID id(String what) {
        return Ids.derived(Founder.ACTOR.account(), "duty/" + what);
    }
}
