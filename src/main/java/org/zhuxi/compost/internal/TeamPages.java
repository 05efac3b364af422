package org.zhuxi.compost.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.CompostTeam;
import org.zhuxi.compost.TeamPart;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** The team of a site at the desk: who is in it, since when and as what. */
@Controller
class TeamPages {

    private final CompostTeam team;
    private final CompostSites sites;
    private final Clock clock;

    TeamPages(CompostTeam team, CompostSites sites, Clock clock) {
        this.team = team;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/work/compost/{id}/team")
    ModelAndView list(Actor actor, @PathVariable String id) {
        return show(actor, Ids.read(id), Form.NOTHING);
    }

    private ModelAndView show(Actor actor, UUID id, Form form) {
        return new ModelAndView("compost/work-team")
                .addObject("members", team.list(actor, id))
                .addObject("site", sites.get(id))
                .addObject("today", EntryChecks.today(clock).toString())
                .addObject("form", form)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/work/compost/{id}/team")
    ModelAndView take(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var key = Ids.read(id);
        try {
            team.take(
                    actor,
                    key,
                    form.id(),
                    form.get("username"),
                    Typed.choice("part", TeamPart.class, form.get("part")),
                    form.day("since"),
                    Origin.RECORDED);
            return back(key);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }

    private static ModelAndView back(UUID site) {
        return new ModelAndView("redirect:/work/compost/" + site + "/team");
    }

    @PostMapping("/work/compost/{id}/team/{member}/ending")
    ModelAndView end(
            Actor actor,
            @PathVariable String id,
            @PathVariable String member,
            @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var key = Ids.read(id);
        try {
            team.end(actor, key, Ids.read(member), form.day("until"));
            return back(key);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }
}
