package org.zhuxi.compost.internal;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.Weighing;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Wrong;

/** The reviewer's month: checks, sample, decision; and the buckets that were weighed. */
@Controller
class WorkMonthPages {

    private final CompostMonths months;
    private final CompostSites sites;
    private final CompostLog log;
    private final Tables tables;
    private final java.time.Clock clock;

    WorkMonthPages(CompostMonths months, CompostSites sites, CompostLog log, Tables tables, java.time.Clock clock) {
        this.months = months;
        this.sites = sites;
        this.log = log;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/work/compost/{id}/months/{month}")
    ModelAndView month(Actor actor, @PathVariable String id, @PathVariable String month) {
        return show(actor, Ids.read(id), LogApi.month(month), Form.NOTHING, Wrong.nothing());
    }

    private ModelAndView show(Actor actor, UUID id, YearMonth month, Form form, Wrong wrong) {
        var site = sites.get(id);
        var path = sites.pathOf(site.ref());
        actor.require(CompostPermissions.READ, path);
        return new ModelAndView("compost/work-month")
                .addObject("report", months.report(actor, id, month))
                .addObject("weighings", months.weighings(actor, id, month))
                .addObject("tables", tables)
                .addObject("isOver", month.isBefore(YearMonth.now(clock.withZone(EntryChecks.ZONE))))
                .addObject("mayLog", actor.may(CompostPermissions.LOG, path))
                .addObject("mayVerify", actor.may(CompostPermissions.VERIFY, path))
                .addObject("form", form)
                .addObject("wrong", wrong);
    }

    /** @param step submission, return, rejection or publication */
    @PostMapping("/work/compost/{id}/months/{month}/{step}")
    ModelAndView step(
            Actor actor,
            @PathVariable String id,
            @PathVariable String month,
            @PathVariable String step,
            @RequestParam Map<String, String> fields) {
        var site = Ids.read(id);
        var at = LogApi.month(month);
        var form = new Form(fields);
        try {
            switch (step) {
                case "submission" -> months.submit(actor, site, at);
                case "return" -> months.giveBack(actor, site, at, form.get("reason"));
                case "rejection" -> months.reject(actor, site, at, form.get("reason"));
                case "publication" -> months.publish(actor, site, at);
                case "weighings" -> months.weigh(actor, site, weighing(form), Origin.RECORDED);
                default -> throw new Refused.NotFound(step);
            }
            return redirect(site, at);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, site, at, form, Wrong.nothing()), refused);
        }
    }

    private static Weighing weighing(Form form) {
        return new Weighing(
                form.id(),
                form.get("material"),
                form.number("grossKg"),
                form.has("tareKg") ? form.number("tareKg") : java.math.BigDecimal.ZERO,
                form.number("litres"),
                form.day("day"));
    }

    @PostMapping("/work/compost/entries/{entry}/look")
    ModelAndView look(Actor actor, @PathVariable String entry, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var found = log.get(actor, Ids.read(entry));
        var month = YearMonth.from(found.day());
        try {
            months.look(actor, found.id(), form.is("good", "true"), form.get("words"));
            return redirect(found.site().id(), month);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, found.site().id(), month, form, Wrong.nothing()), refused);
        }
    }

    private static ModelAndView redirect(UUID site, YearMonth month) {
        return new ModelAndView("redirect:/work/compost/%s/months/%s".formatted(site, month));
    }
}
