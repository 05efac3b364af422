package org.zhuxi.carbon.internal;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.carbon.BaselineMixes;
import org.zhuxi.carbon.CarbonPermissions;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.carbon.Factor;
import org.zhuxi.carbon.Factors;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.Statement.State;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;

/** Statements at the desk: made from records and weighing lists, verified and published by somebody else. */
@Controller
class WorkCarbonPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PATH = "/work/carbon";
    private static final int PAGE = 30;
    private static final int PERCENT_DIGITS = 2;

    private final Statements statements;
    private final BaselineMixes mixes;
    private final Factors factors;
    private final WorkPlaces places;
    private final Clock clock;

    WorkCarbonPages(Statements statements, BaselineMixes mixes, Factors factors, WorkPlaces places, Clock clock) {
        this.statements = statements;
        this.mixes = mixes;
        this.factors = factors;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.of(actor, CarbonPermissions.READ, place);
        var found = statements.list(
                actor,
                at.path(),
                Choices.find(State.class, state.toUpperCase(Locale.ROOT)),
                CarbonPages.scope(scope),
                q,
                PAGE,
                after);
        var next = found.next();
        return new ModelAndView("carbon/work")
                .addObject("place", at)
                .addObject("state", state)
                .addObject("scope", scope)
                .addObject("query", q)
                .addObject("found", found)
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : CarbonLinks.to(
                                        PATH, "place", at.code(), "state", state, "scope", scope, "q", q, "after",
                                        next))
                .addObject("mayDraft", actor.mayAnywhere(CarbonPermissions.DRAFT));
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "ORGANICS") String scope,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String supersedes) {
        var at = places.of(actor, CarbonPermissions.DRAFT, place);
        actor.require(CarbonPermissions.DRAFT, at.path());
        var year = Year.now(clock.withZone(ZONE)).getValue();
        var typed = new HashMap<String, String>();
        typed.put("place", at.code());
        typed.put("scope", scope);
        typed.put("period", period.isBlank() ? String.valueOf(year) : period);
        typed.put("process", "IPCC_TIER1");
        typed.put("horizon", "TWENTY_YEARS");
        typed.put("gwp", "AR5_100");
        typed.put("grid", "grid.cn");
        typed.put("supersedes", supersedes);
        offerMix(typed, at, year);
        offerRecords(actor, typed, at);
        return form(new StatementForm(typed), null);
    }

    private void offerMix(Map<String, String> typed, Place at, int year) {
        mixes.find(at.path(), year).ifPresent(found -> {
            var mix = found.mix();
            typed.put("landfill", percent(mix.landfill()));
            typed.put("incineration", percent(mix.incineration()));
            typed.put("dump", percent(mix.dump()));
            typed.put("evidence", mix.evidence());
        });
    }

    private static String percent(java.math.BigDecimal share) {
        return share.movePointRight(PERCENT_DIGITS).stripTrailingZeros().toPlainString();
    }

    private void offerRecords(Actor actor, Map<String, String> typed, Place at) {
        var form = new StatementForm(typed);
        try {
            statements
                    .proposed(actor, at.code(), form.scope(), form.get("period"))
                    .forEach(input -> typed.put("records." + input.line().name(), "yes"));
        } catch (CarbonRefused notYet) {
            // no community is chosen or the period is not readable yet; the form says so when it is sent
        }
    }

    @PostMapping(PATH)
    ModelAndView make(Actor actor, @RequestParam Map<String, String> typed) {
        var form = new StatementForm(typed);
        try {
            return to(statements.draft(actor, form.id(), form.command(), Origin.RECORDED));
        } catch (CarbonRefused refused) {
            return again(form(form, refused), refused);
        }
    }

    private ModelAndView form(StatementForm form, @Nullable CarbonRefused refused) {
        return new ModelAndView("carbon/work-new")
                .addObject("form", form)
                .addObject(
                        "grids",
                        factors.list("grid.", Factor.Topic.ENERGY).stream()
                                .filter(factor -> factor.code().startsWith("grid."))
                                .toList())
                .addObject("problem", refused == null ? null : refused.problem());
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, id, null);
    }

    @PostMapping(PATH + "/{id}/verification")
    ModelAndView verify(Actor actor, @PathVariable UUID id) {
        return decided(actor, id, () -> statements.verify(actor, id));
    }

    @PostMapping(PATH + "/{id}/rejection")
    ModelAndView reject(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return decided(actor, id, () -> statements.reject(actor, id, reason));
    }

    @PostMapping(PATH + "/{id}/publication")
    ModelAndView publish(Actor actor, @PathVariable UUID id) {
        return decided(actor, id, () -> statements.publish(actor, id));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return decided(actor, id, () -> statements.withdraw(actor, id, reason));
    }

    private ModelAndView decided(Actor actor, UUID id, Supplier<Statement> decision) {
        try {
            return to(decision.get());
        } catch (CarbonRefused refused) {
            return again(one(actor, id, refused), refused);
        }
    }

    private ModelAndView one(Actor actor, UUID id, @Nullable CarbonRefused refused) {
        var statement = statements.get(actor, id);
        actor.require(CarbonPermissions.READ, statement.path());
        var isOwn = statement.madeBy().equals(actor.account());
        var state = statement.state();
        var mayPublish = actor.may(CarbonPermissions.PUBLISH, statement.path());
        return new ModelAndView("carbon/work-one")
                .addObject("statement", statement)
                .addObject("reproducible", statements.isReproducible(statement))
                .addObject(
                        "mayVerify",
                        state == State.DRAFT && !isOwn && actor.may(CarbonPermissions.VERIFY, statement.path()))
                .addObject("mayPublish", state == State.VERIFIED && !isOwn && mayPublish)
                .addObject(
                        "mayWithdraw",
                        state == State.DRAFT && isOwn && actor.may(CarbonPermissions.DRAFT, statement.path())
                                || (state == State.VERIFIED || state == State.PUBLISHED) && mayPublish)
                .addObject(
                        "mayReplace", state == State.PUBLISHED && actor.may(CarbonPermissions.DRAFT, statement.path()))
                .addObject("problem", refused == null ? null : refused.problem());
    }

    private static ModelAndView to(Statement statement) {
        return new ModelAndView("redirect:" + PATH + "/" + statement.id());
    }

    static ModelAndView again(ModelAndView page, CarbonRefused refused) {
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }
}
