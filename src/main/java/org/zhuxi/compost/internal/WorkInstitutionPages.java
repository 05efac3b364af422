package org.zhuxi.compost.internal;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.InstitutionKind;
import org.zhuxi.compost.Institutions;
import org.zhuxi.compost.NewInstitution;
import org.zhuxi.compost.WasteLine;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Ledgers of institutions at the desk: lines by month, how many came, and somebody else's word that a month is right. */
@Controller
class WorkInstitutionPages {

    private static final String PATH = "/work/compost/institutions";
    private static final int PAGE = 50;

    private final Institutions institutions;
    private final Places places;
    private final Clock clock;

    WorkInstitutionPages(Institutions institutions, Places places, Clock clock) {
        this.institutions = institutions;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return showList(actor, Form.NOTHING);
    }

    private ModelAndView showList(Actor actor, Form form) {
        if (!actor.mayAnywhere(CompostPermissions.READ)) {
            throw new Refused.Forbidden(CompostPermissions.READ.code());
        }
        return new ModelAndView("compost/work-institutions")
                .addObject("found", institutions.mine(actor))
                .addObject(
                        "communities",
                        places.communitiesOf(actor, CompostPermissions.MANAGE).stream()
                                .limit(PAGE)
                                .map(places::getCommunity)
                                .toList())
                .addObject("form", form)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        try {
            var added = institutions.add(
                    actor,
                    form.id(),
                    form.get("place"),
                    new NewInstitution(
                            Typed.names("name", form.get("nameZh"), form.get("nameEn"), 60),
                            Typed.choice("kind", InstitutionKind.class, form.get("kind")),
                            form.get("note").strip(),
                            Origin.RECORDED));
            return new ModelAndView("redirect:" + PATH + "/" + added.id());
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(showList(actor, form), refused);
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return show(actor, Ids.read(id), new Form(fields));
    }

    private ModelAndView show(Actor actor, UUID id, Form form) {
        var year = Years.of(form.get("year"), clock);
        var path = institutions.pathOf(institutions.get(id));
        var lines = institutions.lines(actor, id, year, PAGE, form.has("after") ? form.get("after") : null);
        var next = lines.next();
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        return new ModelAndView("compost/work-institution")
                .addObject("ledger", institutions.year(actor, id, year))
                .addObject("lines", lines)
                .addObject("now", now)
                .addObject("lastMonth", now.minusMonths(1).toString())
                .addObject("mayLog", actor.may(CompostPermissions.LOG, path))
                .addObject("mayVerify", actor.may(CompostPermissions.VERIFY, path))
                .addObject("form", form)
                .addObject("wrong", Wrong.nothing())
                .addObject(
                        "next",
                        next == null ? "" : Links.to(PATH + "/" + id, "year", Integer.toString(year), "after", next));
    }

    /** @param step lines, count or confirmation */
    @PostMapping(PATH + "/{id}/{step}")
    ModelAndView step(
            Actor actor, @PathVariable String id, @PathVariable String step, @RequestParam Map<String, String> fields) {
        var key = Ids.read(id);
        var form = new Form(fields);
        try {
            switch (step) {
                case "lines" -> institutions.record(actor, key, line(form));
                case "count" ->
                    institutions.count(
                            actor, key, month(form), Typed.whole("counted", form.get("counted"), 0, Long.MAX_VALUE));
                case "confirmation" -> institutions.confirm(actor, key, month(form));
                default -> throw new Refused.NotFound(step);
            }
            return back(key, month(form));
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }

    private static YearMonth month(Form form) {
        var typed = form.get("month").strip();
        if (!typed.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw new CompostRefused.Unreadable("month", "compost-month-unreadable");
        }
        return YearMonth.parse(typed);
    }

    private static WasteLine line(Form form) {
        return new WasteLine(
                form.id(),
                month(form),
                Typed.choice("source", WasteLine.Source.class, form.get("source")),
                Typed.choice("stream", WasteLine.Stream.class, form.get("stream")),
                Typed.choice("destination", WasteLine.Destination.class, form.get("destination")),
                form.number("massKg"),
                form.get("note").strip(),
                Origin.RECORDED,
                null);
    }

    @PostMapping(PATH + "/{id}/lines/{line}/reversal")
    ModelAndView takeBack(
            Actor actor, @PathVariable String id, @PathVariable String line, @RequestParam Map<String, String> fields) {
        var key = Ids.read(id);
        var form = new Form(fields);
        try {
            institutions.takeBack(actor, key, Ids.read(line), form.get("reason"));
            return new ModelAndView("redirect:"
                    + Links.to(PATH + "/" + key, "year", Integer.toString(Years.of(form.get("year"), clock))));
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, key, form), refused);
        }
    }

    private static ModelAndView back(UUID key, YearMonth month) {
        return new ModelAndView("redirect:" + Links.to(PATH + "/" + key, "year", Integer.toString(month.getYear())));
    }
}
