package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostGatherings;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.Gathering;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Lessons, workdays and visits of a site, at the desk and for programs. */
@Controller
class GatheringPages {

    private final CompostGatherings gatherings;
    private final CompostSites sites;
    private final Clock clock;

    GatheringPages(CompostGatherings gatherings, CompostSites sites, Clock clock) {
        this.gatherings = gatherings;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/work/compost/{id}/gatherings")
    ModelAndView list(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return show(actor, Ids.read(id), new Form(fields));
    }

    private ModelAndView show(Actor actor, UUID id, Form form) {
        var site = sites.get(id);
        var year = Years.of(form.get("year"), clock);
        return new ModelAndView("compost/work-gatherings")
                .addObject("gatherings", gatherings.list(actor, id, year))
                .addObject("site", site)
                .addObject("year", year)
                .addObject("thisYear", Years.of("", clock))
                .addObject("today", EntryChecks.today(clock).toString())
                .addObject("mayLog", actor.may(CompostPermissions.LOG, sites.pathOf(site.ref())))
                .addObject("form", form)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/work/compost/{id}/gatherings")
    ModelAndView record(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var key = Ids.read(id);
        try {
            var day = form.day("day");
            gatherings.record(
                    actor,
                    key,
                    gathering(
                            form.id(),
                            form.get("kind"),
                            (int) Typed.whole("people", form.get("people"), 1, Integer.MAX_VALUE),
                            form.number("hours"),
                            form.get("words"),
                            form.get("link"),
                            day));
            return back(key, day.getYear());
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }

    private static Gathering gathering(
            UUID id, @Nullable String kind, int people, BigDecimal hours, String words, String link, LocalDate day) {
        return new Gathering(
                id,
                Typed.choice("kind", Gathering.Kind.class, kind),
                people,
                hours,
                words.strip(),
                link.strip(),
                day,
                Origin.RECORDED,
                null);
    }

    private static ModelAndView back(UUID site, int year) {
        return new ModelAndView(
                "redirect:" + Links.to("/work/compost/" + site + "/gatherings", "year", Integer.toString(year)));
    }

    @PostMapping("/work/compost/{id}/gatherings/{gathering}/reversal")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable String id,
            @PathVariable String gathering,
            @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var key = Ids.read(id);
        try {
            gatherings.takeBack(actor, key, Ids.read(gathering), form.get("reason"));
            return back(key, Years.of(form.get("year"), clock));
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }

    record GatheringsJson(List<Gathering> items) {}

    @GetMapping("/api/v1/compost/sites/{id}/gatherings")
    @ResponseBody
    GatheringsJson gatherings(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String year) {
        return new GatheringsJson(gatherings.list(actor, Ids.read(id), Years.of(year, clock)));
    }

    record GatheringJson(
            @Nullable UUID id,
            @Nullable String kind,
            @Nullable Integer people,
            @Nullable BigDecimal hours,
            @Nullable String words,
            @Nullable String link,
            @Nullable LocalDate day) {}

    record IdJson(UUID id) {}

    @PostMapping("/api/v1/compost/sites/{id}/gatherings")
    @ResponseBody
    IdJson record(Actor actor, @PathVariable String id, @RequestBody GatheringJson body) {
        var key = Typed.required("id", body.id());
        gatherings.record(
                actor,
                Ids.read(id),
                gathering(
                        key,
                        body.kind(),
                        Typed.required("people", body.people()),
                        Typed.required("hours", body.hours()),
                        Typed.text(body.words()),
                        Typed.text(body.link()),
                        Typed.required("day", body.day())));
        return new IdJson(key);
    }

    record ReasonJson(@Nullable String reason) {}

    @PostMapping("/api/v1/compost/sites/{id}/gatherings/{gathering}/reversal")
    @ResponseBody
    IdJson takeBack(
            Actor actor, @PathVariable String id, @PathVariable String gathering, @RequestBody ReasonJson body) {
        var key = Ids.read(gathering);
        gatherings.takeBack(actor, Ids.read(id), key, Typed.text(body.reason()));
        return new IdJson(key);
    }
}
