package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostTeam;
import org.zhuxi.compost.TeamPart;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/** The team of Zhuxi's compost corner: somebody who coordinates, a trainee who became a composter, one who learns. */
@Component
class DemoCompostTeam {

    private static final int TRAINED_DAYS_AGO = 70;
    private static final int LEARNS_SINCE_DAYS = 20;

    private final CompostTeam team;

    DemoCompostTeam(CompostTeam team) {
        this.team = team;
    }

    void tell(Actor keeper, CompostSite site, LocalDate lastDay) {
        var trained = lastDay.minusDays(TRAINED_DAYS_AGO);
        take(keeper, site, "community-clerk", TeamPart.COORDINATOR, site.startedOn());
        var learning = take(keeper, site, "composter", TeamPart.TRAINEE, trained.minusMonths(2));
        team.end(keeper, site.ref().id(), learning, trained);
        take(keeper, site, "composter", TeamPart.COMPOSTER, trained);
        take(keeper, site, "volunteer", TeamPart.TRAINEE, lastDay.minusDays(LEARNS_SINCE_DAYS));
    }

    private UUID take(Actor keeper, CompostSite site, String username, TeamPart part, LocalDate since) {
        var siteId = site.ref().id();
        var id = Ids.derived(siteId, username + "/" + part);
        team.take(keeper, siteId, id, username, part, since, Origin.SYNTHETIC);
        return id;
    }
}
