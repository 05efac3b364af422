package org.zhuxi.report.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.DemonstrationBase;
import org.zhuxi.report.Fund;
import org.zhuxi.report.Funds;
import org.zhuxi.report.Honours;
import org.zhuxi.report.NewBase;
import org.zhuxi.report.Plan;
import org.zhuxi.report.Plans;
import org.zhuxi.report.ReportPermissions;
import org.zhuxi.report.ReportRefused;

/** Plans, funds, bases and commendations for programs. */
@RestController
@RequestMapping("/api/v1")
class RegistersApi {

    private static final int PAGE = 100;

    private final Plans plans;
    private final Funds funds;
    private final Honours honours;
    private final ReportPlaces places;

    RegistersApi(Plans plans, Funds funds, Honours honours, ReportPlaces places) {
        this.plans = plans;
        this.funds = funds;
        this.honours = honours;
        this.places = places;
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    record PlanBody(
            @Nullable String place,
            @Nullable String year,
            @Nullable String title,
            @Nullable String document,
            @Nullable String aims,
            @Nullable String cameOn) {}

    record BaseBody(
            @Nullable String place,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String themeZh,
            @Nullable String themeEn,
            @Nullable String openedOn,
            @Nullable String source) {}

    record CommendationBody(
            @Nullable String place,
            @Nullable String year,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String basis) {}

    record DecisionBody(@Nullable String to, @Nullable String reason) {}

    private PlacePath at(Actor actor, @Nullable String place) {
        return places.of(actor, ReportPermissions.OVERSEE, place).path();
    }

    @GetMapping("/plans")
    Items<Plan> plans(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam @Nullable UUID after) {
        var found = plans.list(actor, at(actor, place), Typed.optionalYear(year).orElse(null), PAGE, after);
        return new Items<>(found.items(), found.next());
    }

    @PutMapping("/plans/{id}")
    Plan file(Actor actor, @PathVariable UUID id, @RequestBody PlanBody body) {
        return plans.file(
                actor,
                id,
                Typed.text(body.place()),
                Typed.year(Typed.text(body.year())),
                Typed.text(body.title()),
                Typed.text(body.document()),
                Typed.text(body.aims()),
                Typed.optionalDay("cameOn", body.cameOn()),
                Origin.RECORDED);
    }

    @GetMapping("/funds")
    Items<Fund> funds(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam @Nullable UUID after) {
        var found = funds.list(actor, at(actor, place), Typed.optionalYear(year).orElse(null), PAGE, after);
        return new Items<>(found.items(), found.next());
    }

    /** The body has the fields of the form: place, year, kind, area, planned, allocated, disbursed (yuan), source. */
    @PutMapping("/funds/{id}")
    Fund add(Actor actor, @PathVariable UUID id, @RequestBody FundForm body) {
        return funds.add(actor, id, body.command(), Origin.RECORDED);
    }

    @GetMapping("/demonstration-bases")
    Items<DemonstrationBase> bases(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var found = honours.bases(actor, at(actor, place), q, PAGE, after);
        return new Items<>(found.items(), found.next());
    }

    @PutMapping("/demonstration-bases/{id}")
    DemonstrationBase addBase(Actor actor, @PathVariable UUID id, @RequestBody BaseBody body) {
        var typed = new NewBase(
                Typed.text(body.place()),
                new Names(Typed.text(body.nameZh()), Typed.text(body.nameEn())),
                new Names(Typed.text(body.themeZh()), Typed.text(body.themeEn())),
                Typed.day("openedOn", body.openedOn()),
                Typed.text(body.source()));
        return honours.addBase(actor, id, typed, Origin.RECORDED);
    }

    @GetMapping("/commendations")
    Items<Commendation> commendations(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var found = honours.commendations(
                actor, at(actor, place), Typed.optionalYear(year).orElse(null), q, PAGE, after);
        return new Items<>(found.items(), found.next());
    }

    @PutMapping("/commendations/{id}")
    Commendation nominate(Actor actor, @PathVariable UUID id, @RequestBody CommendationBody body) {
        return honours.nominate(
                actor,
                id,
                Typed.text(body.place()),
                Typed.year(Typed.text(body.year())),
                Typed.choice(Commendation.Kind.class, body.kind())
                        .orElseThrow(() -> new ReportRefused.NoChoice("kind")),
                Typed.text(body.name()),
                Typed.text(body.basis()),
                Origin.RECORDED);
    }

    @PostMapping("/commendations/{id}/decision")
    Commendation decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionBody body) {
        var to = Typed.choice(Commendation.State.class, body.to()).orElseThrow(ReportRefused.WrongStep::new);
        return honours.decide(actor, id, to, Typed.text(body.reason()));
    }
}
