package org.zhuxi.request.internal.patrol;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.ServiceType;
import org.zhuxi.request.ServiceTypes;
import org.zhuxi.request.internal.FormAgain;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.patrol.Patrol.Result;
import org.zhuxi.request.patrol.PatrolPermissions;
import org.zhuxi.request.patrol.Patrols;

/** Routes at the desk, patrols outdoors. */
@Controller
class PatrolPages {

    static final String WORK = "/work/patrols";
    static final String FIELD = "/field/patrols";
    private static final int PAGE = 30;
    private static final int LATEST = 10;

    private final Patrols patrols;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final Placing placing;
    private final RequestGate gate;

    PatrolPages(Patrols patrols, ServiceTypes services, WorkPlaces work, Placing placing, RequestGate gate) {
        this.patrols = patrols;
        this.services = services;
        this.work = work;
        this.placing = placing;
        this.gate = gate;
    }

    @GetMapping(WORK)
    ModelAndView plan(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        return plan(actor, place, after, Map.of());
    }

    private ModelAndView plan(Actor actor, @Nullable String place, @Nullable UUID after, Map<String, String> typed) {
        var at = work.of(actor, PatrolPermissions.PLAN, place);
        actor.require(PatrolPermissions.PLAN, at.path());
        return list("request/patrol/work", WORK, actor, at, after)
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    private ModelAndView list(String view, String path, Actor actor, org.zhuxi.place.Place at, @Nullable UUID after) {
        var found = patrols.routes(actor, at.path(), PAGE, after);
        var next = found.next();
        return new ModelAndView(view)
                .addObject("place", at)
                .addObject("found", found)
                .addObject("today", gate.today())
                .addObject("next", next == null ? "" : Links.to(path, "place", at.code(), "after", next));
    }

    @PostMapping(WORK)
    ModelAndView lay(Actor actor, @RequestParam Map<String, String> fields) {
        return FormAgain.of(
                () -> {
                    patrols.lay(
                            actor,
                            Ids.next(),
                            fields.get("place"),
                            new Names(fields.getOrDefault("nameZh", ""), fields.getOrDefault("nameEn", "")),
                            Typed.whole("everyDays", fields.get("everyDays"), 1, 366),
                            fields.getOrDefault("checkpoints", "").lines().toList(),
                            Origin.RECORDED);
                    return new ModelAndView("redirect:" + WORK);
                },
                () -> plan(actor, null, null, fields));
    }

    @PostMapping(WORK + "/{id}/ending")
    String end(Actor actor, @PathVariable UUID id) {
        patrols.end(actor, id);
        return "redirect:" + WORK;
    }

    @GetMapping(WORK + "/{id}")
    ModelAndView route(Actor actor, @PathVariable UUID id) {
        var route = patrols.route(actor, id);
        return new ModelAndView("request/patrol/route")
                .addObject("route", route)
                .addObject("placing", placing)
                .addObject("patrols", patrols.patrols(actor, id, LATEST));
    }

    @GetMapping(FIELD)
    ModelAndView field(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, PatrolPermissions.WALK, place);
        return list("request/patrol/field", FIELD, actor, at, after);
    }

    @PostMapping(FIELD)
    String begin(Actor actor, @RequestParam UUID route) {
        return "redirect:" + FIELD + "/"
                + patrols.begin(actor, Ids.next(), route, Origin.RECORDED).id();
    }

    @GetMapping(FIELD + "/{id}")
    ModelAndView walk(Actor actor, @PathVariable UUID id) {
        return walk(actor, id, 0, Map.of());
    }

    private ModelAndView walk(Actor actor, UUID id, int wrongAt, Map<String, String> typed) {
        var patrol = patrols.get(actor, id);
        return new ModelAndView("request/patrol/walk")
                .addObject("patrol", patrol)
                .addObject("route", patrols.route(actor, patrol.route()))
                .addObject("placing", placing)
                .addObject("services", services)
                .addObject("wrongAt", wrongAt)
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(FIELD + "/{id}/checkpoints/{number}")
    ModelAndView visit(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields) {
        return FormAgain.of(
                () -> {
                    var service = fields.getFirst("service");
                    patrols.visit(
                            actor,
                            id,
                            number,
                            Typed.find(Result.class, fields.getFirst("result")).orElse(null),
                            fields.getFirst("plate"),
                            service,
                            fields.getFirst("words"),
                            answers(service));
                    return new ModelAndView("redirect:" + FIELD + "/" + id);
                },
                () -> walk(actor, id, number, fields.toSingleValueMap()));
    }

    /** On a patrol the questions of a kind are answered with their last choice, which is something else. */
    private Map<String, List<String>> answers(@Nullable String service) {
        return services.find(Typed.text(service)).stream()
                .flatMap(it -> it.attributes().stream())
                .filter(ServiceType.Attribute::required)
                .collect(java.util.stream.Collectors.toMap(
                        ServiceType.Attribute::code,
                        it -> List.of(it.values().getLast().key())));
    }

    @PostMapping(FIELD + "/{id}/ending")
    ModelAndView finish(Actor actor, @PathVariable UUID id) {
        return FormAgain.of(
                () -> {
                    patrols.finish(actor, id);
                    return new ModelAndView("redirect:" + FIELD + "/" + id);
                },
                () -> walk(actor, id, 0, Map.of()));
    }
}
