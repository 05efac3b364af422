package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.compost.BenefitReport;
import org.zhuxi.compost.CompostBenefits;
import org.zhuxi.compost.CompostRefused;
import org.zhuxi.compost.Gathering;
import org.zhuxi.compost.Handout;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** The benefit report of a site and year, and the draft of its climate statement. */
@Controller
class BenefitPages {

    private final CompostBenefits benefits;
    private final Tables tables;
    private final Clock clock;

    BenefitPages(CompostBenefits benefits, Tables tables, Clock clock) {
        this.benefits = benefits;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/compost/sites/{id}/benefits")
    ModelAndView report(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String year) {
        return show(actor, Ids.read(id), Years.of(year, clock), Form.NOTHING);
    }

    private ModelAndView show(Actor actor, UUID id, int year, Form form) {
        var report = benefits.report(id, year);
        return new ModelAndView("compost/benefits")
                .addObject("report", report)
                .addObject("tables", tables)
                .addObject("thisYear", Years.of("", clock))
                .addObject("mayDraft", benefits.mayDraft(actor, report.site()))
                .addObject("form", form)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/work/compost/{id}/statements")
    ModelAndView draft(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var site = Ids.read(id);
        try {
            var drafted = draft(actor, form.id(), site, form.get("period"), form.get("climate"));
            return new ModelAndView("redirect:/carbon/statements/" + drafted.id());
        } catch (CompostRefused | Mistyped | CarbonRefused refused) {
            var year = form.get("period").length() < 4 ? "" : form.get("period").substring(0, 4);
            return Wrong.again(show(actor, site, Years.of(year, clock), form), refused);
        }
    }

    private Statement draft(Actor actor, UUID id, UUID site, @Nullable String period, @Nullable String climate) {
        return benefits.draft(
                actor, id, site, Typed.text(period), Typed.choice("climate", Climate.class, climate), Origin.RECORDED);
    }

    record StatementJson(UUID id, String period, BigDecimal netKg, BigDecimal lowKg, BigDecimal highKg, String hash) {

        static StatementJson of(Statement it) {
            var net = it.document().net();
            return new StatementJson(it.id(), it.document().period(), net.kg(), net.lowKg(), net.highKg(), it.hash());
        }
    }

    /** @param keepers null when fewer than five kept the log */
    record BenefitsJson(
            UUID site,
            int year,
            int months,
            BigDecimal treatedKg,
            BigDecimal madeKg,
            @Nullable BigDecimal yieldPercent,
            List<BenefitReport.Treated> treated,
            Map<Handout.Recipient, BigDecimal> handedOutKg,
            int batches,
            int sanitised,
            long days,
            @Nullable Long keepers,
            @Nullable SavingsJson savings,
            Gathering.Sum gatherings,
            @Nullable StatementSum climate,
            List<StatementJson> statements) {

        static BenefitsJson of(BenefitReport it) {
            return new BenefitsJson(
                    it.site().ref().id(),
                    it.year(),
                    it.months(),
                    it.treatedKg(),
                    it.madeKg(),
                    it.yieldPercent(),
                    it.treated(),
                    it.handedOutKg(),
                    it.batches(),
                    it.sanitised(),
                    it.days(),
                    it.keepers(),
                    SavingsJson.of(it.savings()),
                    it.gatherings(),
                    it.climate(),
                    it.statements().stream().map(StatementJson::of).toList());
        }
    }

    @GetMapping("/api/v1/compost/sites/{id}/benefits")
    @ResponseBody
    BenefitsJson benefits(@PathVariable String id, @RequestParam(defaultValue = "") String year) {
        return BenefitsJson.of(benefits.report(Ids.read(id), Years.of(year, clock)));
    }

    record DraftJson(
            @Nullable UUID id,
            @Nullable String period,
            @Nullable String climate) {}

    @PostMapping("/api/v1/compost/sites/{id}/statements")
    @ResponseBody
    StatementJson draft(Actor actor, @PathVariable String id, @RequestBody DraftJson body) {
        var key = Objects.requireNonNullElseGet(body.id(), Ids::next);
        return StatementJson.of(draft(actor, key, Ids.read(id), body.period(), body.climate()));
    }
}
