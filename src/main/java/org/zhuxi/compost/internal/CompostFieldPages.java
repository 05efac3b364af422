package org.zhuxi.compost.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostDay;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Finding;
import org.zhuxi.compost.Logged;
import org.zhuxi.compost.NewEntry;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** The composter beside the bin: what to do today, and an entry in three taps. */
@Controller
class CompostFieldPages {

    private static final int MOST_SITES = 100;

    private final CompostSites sites;
    private final CompostDay day;
    private final CompostLog log;
    private final Tables tables;
    private final Clock clock;

    CompostFieldPages(CompostSites sites, CompostDay day, CompostLog log, Tables tables, Clock clock) {
        this.sites = sites;
        this.day = day;
        this.log = log;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/field/compost")
    ModelAndView today(Actor actor, @RequestParam @Nullable String site) {
        actor.account();
        var mine = sites.mine(actor, CompostPermissions.LOG, MOST_SITES);
        var chosen =
                site == null || site.isBlank() ? mine.stream().findFirst().orElse(null) : sites.get(Ids.read(site));
        return new ModelAndView("compost/field")
                .addObject("sites", mine)
                .addObject("chosen", chosen)
                .addObject(
                        "units",
                        chosen == null
                                ? List.of()
                                : day.today(actor, chosen.ref().id()));
    }

    @GetMapping("/field/compost/{unit}")
    ModelAndView start(Actor actor, @PathVariable String unit, @RequestParam(defaultValue = "") String done) {
        return show(actor, Ids.read(unit), Form.NOTHING, Wrong.nothing(), done);
    }

    @PostMapping("/field/compost/{unit}")
    ModelAndView record(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var id = Ids.read(unit);
        try {
            var result = log.record(actor, actor.account(), List.of(entry(id, form)), Origin.RECORDED)
                    .getFirst();
            // the page sent twice carries the same id at another moment: the first one stands
            if (result.status() == Logged.Status.CONFLICT) {
                return new ModelAndView("redirect:/field/compost/%s?done=AGAIN".formatted(id));
            }
            if (result.problem() != null) {
                return Wrong.again(show(actor, id, form, Wrong.nothing(), ""), new Refused.Invalid(result.problem()));
            }
            return new ModelAndView("redirect:/field/compost/%s?done=%s".formatted(id, form.get("kind")));
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, id, form, Wrong.nothing(), ""), refused);
        }
    }

    private NewEntry entry(UUID unit, Form form) {
        var kind = Typed.choice("kind", EntryKind.class, form.get("kind"));
        var litres = form.has("buckets")
                ? form.number("buckets")
                        .multiply(sites.get(sites.unit(unit).site().id()).bucketLitres())
                : form.findNumber("litres");
        return new NewEntry(
                form.id(),
                unit,
                kind,
                kind == EntryKind.FEED ? form.get("material") : null,
                form.findNumber("massKg"),
                litres,
                form.findNumber("coreCelsius"),
                form.findNumber("edgeCelsius"),
                form.findNumber("baseCelsius"),
                form.has("probesChecked"),
                form.has("finding") ? Typed.choice("finding", Finding.class, form.get("finding")) : null,
                form.get("note"),
                clock.instant(),
                false,
                List.of(),
                null);
    }

    private ModelAndView show(Actor actor, UUID id, Form form, Wrong wrong, String done) {
        var unit = sites.unit(id);
        actor.require(CompostPermissions.LOG, sites.pathOf(unit.site()));
        var today = day.today(actor, unit.site().id()).stream()
                .filter(it -> it.unit().id().equals(id))
                .findFirst();
        return new ModelAndView("compost/field-unit")
                .addObject("unit", unit)
                .addObject("site", sites.get(unit.site().id()))
                .addObject("today", today.orElse(null))
                .addObject(
                        "materials",
                        tables.feedstocks().stream()
                                .filter(Feedstock::isComplete)
                                .toList())
                .addObject("tables", tables)
                .addObject("id", Ids.next().toString())
                .addObject("form", form)
                .addObject("wrong", wrong)
                .addObject("done", done);
    }
}
