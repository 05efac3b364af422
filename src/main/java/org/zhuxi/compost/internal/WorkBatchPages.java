package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.compost.BatchState;
import org.zhuxi.compost.CompostBatches;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.HouseholdHandouts;
import org.zhuxi.compost.QualityTest;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** A batch at the desk: its balance and heat, tests, and where its compost went. */
@Controller
class WorkBatchPages {

    private final CompostBatches batches;
    private final HouseholdHandouts handouts;
    private final CompostSites sites;
    private final Tables tables;
    private final Clock clock;

    WorkBatchPages(CompostBatches batches, HouseholdHandouts handouts, CompostSites sites, Tables tables, Clock clock) {
        this.batches = batches;
        this.handouts = handouts;
        this.sites = sites;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/work/compost/batches/{id}")
    ModelAndView batch(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return show(actor, Ids.read(id), new Form(fields), Wrong.nothing());
    }

    private ModelAndView show(Actor actor, UUID id, Form form, Wrong wrong) {
        var view = batches.view(id);
        var path = sites.pathOf(view.batch().site());
        actor.require(CompostPermissions.READ, path);
        return new ModelAndView("compost/work-batch")
                .addObject("view", view)
                .addObject("standards", tables.standards())
                .addObject(
                        "chosen",
                        tables.standard(form.get("standard", "COMMUNITY"))
                                .orElse(tables.standards().getLast()))
                .addObject("mayLog", actor.may(CompostPermissions.LOG, path))
                .addObject("today", EntryChecks.today(clock).toString())
                .addObject("form", form)
                .addObject("wrong", wrong);
    }

    /** @param step state, moisture, tests or handouts */
    @PostMapping("/work/compost/batches/{id}/{step}")
    ModelAndView step(
            Actor actor, @PathVariable String id, @PathVariable String step, @RequestParam Map<String, String> fields) {
        var batch = Ids.read(id);
        var form = new Form(fields);
        try {
            switch (step) {
                case "state" ->
                    batches.move(actor, batch, Typed.choice("to", BatchState.class, form.get("to")), form.get("note"));
                case "moisture" -> batches.noteMoisture(actor, batch, form.number("moisturePercent"));
                case "tests" -> batches.test(actor, test(batch, form), Origin.RECORDED);
                case "handouts" -> handouts.give(actor, handout(batch, form), form.get("card"), Origin.RECORDED);
                default -> throw new Refused.NotFound(step);
            }
            return new ModelAndView("redirect:/work/compost/batches/" + batch);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, batch, form, Wrong.nothing()), refused);
        }
    }

    private QualityTest test(UUID batch, Form form) {
        var values = new HashMap<String, BigDecimal>();
        tables.standard(form.get("standard")).stream()
                .flatMap(it -> it.items().stream())
                .forEach(item -> {
                    var value = form.findNumber(item.code());
                    if (value != null) {
                        values.put(item.code(), value);
                    }
                });
        return new QualityTest(
                form.id(),
                batch,
                form.get("standard"),
                form.day("sampledOn"),
                form.get("laboratory").strip(),
                form.get("reportNumber").strip(),
                values,
                List.of());
    }

    private static Handout handout(UUID batch, Form form) {
        return new Handout(
                form.id(),
                batch,
                Typed.choice("recipient", Handout.Recipient.class, form.get("recipient")),
                form.number("massKg"),
                form.get("words").strip(),
                form.day("day"),
                null);
    }

    @PostMapping("/work/compost/batches/{id}/handouts/{handout}/reversal")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable String id,
            @PathVariable String handout,
            @RequestParam Map<String, String> fields) {
        var batch = Ids.read(id);
        var form = new Form(fields);
        try {
            handouts.takeBack(actor, batch, Ids.read(handout), form.get("reason"));
            return new ModelAndView("redirect:/work/compost/batches/" + batch);
        } catch (CompostRefused | Mistyped refused) {
            return Wrong.again(show(actor, batch, form, Wrong.nothing()), refused);
        }
    }
}
