package org.zhuxi.compost.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.CompostBatches;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.EntryKind;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.MonthState;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.compost.Scene;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Wrong;

/** Sites, units and the log at the desk. */
@Controller
public class CompostDeskPages {

    private static final int MOST_SITES = 500;
    private static final int PAGE = 50;
    private static final int FILE_PAGE = 1000;
    private static final int SHOWN_MONTHS = 13;

    private final CompostSites sites;
    private final CompostMonths months;
    private final CompostLog log;
    private final CompostBatches batches;
    private final MonthBook book;
    private final Places places;
    private final Tables tables;
    private final Clock clock;

    CompostDeskPages(
            CompostSites sites,
            CompostMonths months,
            CompostLog log,
            CompostBatches batches,
            MonthBook book,
            Places places,
            Tables tables,
            Clock clock) {
        this.sites = sites;
        this.months = months;
        this.log = log;
        this.batches = batches;
        this.book = book;
        this.places = places;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/work/compost")
    ModelAndView list(Actor actor) {
        return showSites(actor, Form.NOTHING, Wrong.nothing());
    }

    private ModelAndView showSites(Actor actor, Form form, Wrong wrong) {
        if (!actor.mayAnywhere(CompostPermissions.READ)) {
            throw new Refused.Forbidden(CompostPermissions.READ.code());
        }
        List<Community> mine = places.communitiesOf(actor, CompostPermissions.MANAGE).stream()
                .limit(PAGE)
                .map(places::getCommunity)
                .toList();
        return new ModelAndView("compost/work-sites")
                .addObject("sites", sites.mine(actor, CompostPermissions.READ, MOST_SITES))
                .addObject("waiting", months.waiting(actor))
                .addObject("communities", mine)
                .addObject("today", EntryChecks.today(clock).toString())
                .addObject("form", form)
                .addObject("wrong", wrong);
    }

    @PostMapping("/work/compost")
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        try {
            var latitude = form.findNumber("latitude");
            var longitude = form.findNumber("longitude");
            var added = sites.add(
                    actor,
                    new NewSite(
                            form.get("place"),
                            new Names(
                                    form.get("name").strip(), form.get("nameEn").strip()),
                            SitesApi.point(
                                    latitude == null ? null : latitude.doubleValue(),
                                    longitude == null ? null : longitude.doubleValue()),
                            Typed.choice("scene", Scene.class, form.get("scene")),
                            form.get("operator").strip(),
                            form.get("programme").strip(),
                            form.day("startedOn"),
                            form.number("bucketLitres"),
                            form.get("note").strip(),
                            Origin.RECORDED));
            return new ModelAndView("redirect:/work/compost/" + added.ref().id());
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(showSites(actor, form, Wrong.nothing()), refused);
        }
    }

    @GetMapping("/work/compost/{id}")
    ModelAndView site(Actor actor, @PathVariable String id, @RequestParam @Nullable String after) {
        return showSite(actor, readable(actor, id), after, Form.NOTHING, Wrong.nothing());
    }

    private CompostSite readable(Actor actor, String id) {
        var site = sites.get(Ids.read(id));
        actor.require(CompostPermissions.READ, sites.pathOf(site.ref()));
        return site;
    }

    /** A month and how far it is. */
    public record MonthLine(YearMonth month, MonthState state) {}

    private ModelAndView showSite(Actor actor, CompostSite site, @Nullable String after, Form form, Wrong wrong) {
        var states = book.states(Set.of(site.ref()));
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        var lines = IntStream.range(0, SHOWN_MONTHS)
                .mapToObj(now::minusMonths)
                .map(it -> new MonthLine(it, states.getOrDefault(new MonthBook.Key(site.ref(), it), MonthState.OPEN)))
                .toList();
        return new ModelAndView("compost/work-site")
                .addObject("site", site)
                .addObject("units", sites.units(site.ref()))
                .addObject("months", lines)
                .addObject("batches", batches.list(site, PAGE, after))
                .addObject("mayManage", actor.may(CompostPermissions.MANAGE, sites.pathOf(site.ref())))
                .addObject("form", form)
                .addObject("wrong", wrong);
    }

    @PostMapping("/work/compost/{id}/units")
    ModelAndView addUnit(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var siteId = Ids.read(id);
        try {
            sites.addUnit(
                    actor,
                    siteId,
                    new NewUnit(
                            form.id(),
                            form.get("code").strip(),
                            Typed.choice("method", Method.class, form.get("method")),
                            form.number("litres"),
                            form.number("probes").intValue()));
            return new ModelAndView("redirect:/work/compost/" + siteId);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(showSite(actor, readable(actor, id), null, form, Wrong.nothing()), refused);
        }
    }

    @PostMapping("/work/compost/{id}/units/{unit}/retirement")
    ModelAndView retire(Actor actor, @PathVariable String id, @PathVariable String unit) {
        sites.retire(actor, Ids.read(unit));
        return new ModelAndView("redirect:/work/compost/" + Ids.read(id));
    }

    @GetMapping("/work/compost/{id}/entries")
    ModelAndView entries(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam @Nullable String after) {
        return showEntries(actor, readable(actor, id), new Asked(month, kind), after, Wrong.nothing());
    }

    /** The filters of the log; empty for all. */
    public record Asked(String month, String kind) {

        @Nullable
        YearMonth inMonth() {
            return month.isBlank() ? null : LogApi.month(month);
        }

        @Nullable
        EntryKind ofKind() {
            return Typed.find(EntryKind.class, kind).orElse(null);
        }
    }

    private ModelAndView showEntries(Actor actor, CompostSite site, Asked asked, @Nullable String after, Wrong wrong) {
        return new ModelAndView("compost/work-entries")
                .addObject("site", site)
                .addObject("asked", asked)
                .addObject("tables", tables)
                .addObject("entries", log.list(actor, site, null, asked.ofKind(), asked.inMonth(), PAGE, after))
                .addObject("mayTakeBack", actor.may(CompostPermissions.LOG, sites.pathOf(site.ref())))
                .addObject("wrong", wrong);
    }

    @GetMapping("/work/compost/{id}/entries.csv")
    void download(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String kind,
            HttpServletResponse response)
            throws IOException {
        var site = readable(actor, id);
        var asked = new Asked(month, kind);
        var slice = log.list(actor, site, null, asked.ofKind(), asked.inMonth(), FILE_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "compost-log",
                "id",
                "day",
                "occurred_at",
                "unit",
                "kind",
                "material",
                "mass_kg",
                "litres",
                "core_celsius",
                "edge_celsius",
                "base_celsius",
                "finding",
                "note",
                "corrects",
                "taken_back",
                "credited_kg",
                "origin")) {
            while (true) {
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.day(),
                            it.occurredAt(),
                            it.unitCode(),
                            it.kind(),
                            it.material(),
                            it.massKg(),
                            it.litres(),
                            it.coreCelsius(),
                            it.edgeCelsius(),
                            it.baseCelsius(),
                            it.finding(),
                            it.note(),
                            it.corrects(),
                            it.takenBack(),
                            it.creditedKg(),
                            it.origin());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = log.list(actor, site, null, asked.ofKind(), asked.inMonth(), FILE_PAGE, slice.next());
            }
        }
    }

    @PostMapping("/work/compost/entries/{entry}/reversal")
    ModelAndView takeBack(Actor actor, @PathVariable String entry, @RequestParam(defaultValue = "") String reason) {
        UUID id = Ids.read(entry);
        var found = log.get(actor, id);
        try {
            log.takeBack(actor, id, reason);
            return new ModelAndView("redirect:/work/compost/%s/entries?month=%s"
                    .formatted(found.site().id(), YearMonth.from(found.day())));
        } catch (CompostRefused | Mistyped refused) {
            var asked = new Asked(YearMonth.from(found.day()).toString(), "");
            return Wrong.again(
                    showEntries(actor, readable(actor, found.site().id().toString()), asked, null, Wrong.nothing()),
                    refused);
        }
    }
}
