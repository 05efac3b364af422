package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;

/** Targets and baselines, for programs. */
@RestController
@RequestMapping("/api/v1/indicator-targets")
class TargetsApi {

    private static final int PAGE = 100;

    private final Targets targets;
    private final WorkPlaces work;

    TargetsApi(Targets targets, WorkPlaces work) {
        this.targets = targets;
        this.work = work;
    }

    record TargetJson(
            UUID id,
            String indicator,
            String place,
            String path,
            String kind,
            String period,
            BigDecimal value,
            String source,
            Instant setAt,
            @Nullable Instant withdrawnAt,
            String origin) {

        static TargetJson of(Target it) {
            return new TargetJson(
                    it.id(),
                    it.indicator(),
                    it.place(),
                    it.path().value(),
                    it.kind().name(),
                    it.period().code(),
                    it.value(),
                    it.source(),
                    it.setAt(),
                    it.withdrawnAt(),
                    it.origin().name());
        }
    }

    record Items(List<TargetJson> items, @Nullable String next) {}

    /** @param value a number, as text so that nothing is lost */
    record TargetBody(
            @Nullable String indicator,
            @Nullable String place,
            @Nullable String kind,
            @Nullable String period,
            @Nullable String value,
            @Nullable String source) {}

    @GetMapping
    Items list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, IndicatorPermissions.PUBLISH, place);
        var found = targets.list(actor, at.path(), PAGE, after);
        return new Items(found.items().stream().map(TargetJson::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    TargetJson get(Actor actor, @PathVariable UUID id) {
        return TargetJson.of(targets.get(actor, id));
    }

    @PutMapping("/{id}")
    TargetJson set(Actor actor, @PathVariable UUID id, @RequestBody TargetBody body) {
        var form = new TargetForm(
                id, body.indicator(), body.place(), body.kind(), body.period(), body.value(), body.source());
        return TargetJson.of(targets.set(actor, id, form.command(), Origin.RECORDED));
    }

    @PostMapping("/{id}/withdrawal")
    TargetJson withdraw(Actor actor, @PathVariable UUID id) {
        return TargetJson.of(targets.withdraw(actor, id));
    }
}
