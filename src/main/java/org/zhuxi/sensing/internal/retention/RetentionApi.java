package org.zhuxi.sensing.internal.retention;

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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.RetentionRule;
import org.zhuxi.sensing.retention.Retentions;

/** How long readings are kept, for programs. */
@RestController
@RequestMapping("/api/v1/retention-rules")
class RetentionApi {

    private final Retentions retentions;
    private final WorkPlaces work;

    RetentionApi(Retentions retentions, WorkPlaces work) {
        this.retentions = retentions;
        this.work = work;
    }

    record RetentionItems(List<RetentionRule> items) {}

    @GetMapping
    RetentionItems list(Actor actor, @RequestParam @Nullable String place) {
        return new RetentionItems(retentions.list(
                actor, work.of(actor, SensingPermissions.READ, place).path()));
    }

    record RetentionDeclared(
            @Nullable String place,
            @Nullable String template,
            @Nullable String device,
            @Nullable Integer keepDays) {}

    @PutMapping("/{id}")
    RetentionRule declare(Actor actor, @PathVariable UUID id, @RequestBody RetentionDeclared body) {
        return retentions.declare(
                actor,
                new NewRetentionRule(
                        id,
                        Typed.text(body.place()),
                        Typed.text(body.template()),
                        Typed.text(body.device()),
                        Typed.required("keepDays", body.keepDays()),
                        Origin.RECORDED));
    }

    @PostMapping("/{id}/ending")
    void end(Actor actor, @PathVariable UUID id) {
        retentions.end(actor, id);
    }
}
