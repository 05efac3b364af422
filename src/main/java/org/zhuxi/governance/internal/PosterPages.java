package org.zhuxi.governance.internal;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.QrCode;

/** The sheet that hangs at the door of a meeting, with the code by which people sign in. */
@Controller
class PosterPages {

    private final Meetings meetings;
    private final Venues venues;
    private final Views views;

    PosterPages(Meetings meetings, Venues venues, Views views) {
        this.meetings = meetings;
        this.venues = venues;
        this.views = views;
    }

    @GetMapping("/work/ideas/{id}/meetings/{meeting}/poster")
    ModelAndView poster(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting) {
        var found = meetings.get(id, meeting);
        actor.require(GovernancePermissions.MANAGE, found.path());
        var address = new CodeAddress("/me/meetings/" + found.id(), found.checkIn());
        var venue = found.venue();
        return new ModelAndView("governance/poster")
                .addObject("meeting", found)
                .addObject("venue", venue == null ? null : venues.get(venue))
                .addObject("place", views.place(found.path()))
                .addObject("qr", QrCode.of(address.absolute()));
    }
}
