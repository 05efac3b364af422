package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Convention.Clause;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.internal.AgreementsApi.ConventionItem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** Conventions at the desk, for programs: begun, drafted, adopted, appraised. */
@RestController
@RequestMapping("/api/v1/conventions/{id}")
class ConventionDeskApi {

    private final Conventions conventions;

    ConventionDeskApi(Conventions conventions) {
        this.conventions = conventions;
    }

    record NewConvention(
            @Nullable String place,
            Convention.@Nullable Kind kind,
            @Nullable String title) {}

    record NewClause(@Nullable String topic, @Nullable String words) {

        Clause clause() {
            return new Clause(0, Typed.text(topic), Typed.text(words));
        }
    }

    record Draft(@Nullable List<NewClause> clauses) {}

    /** @param decision the vote that adopted it, or null with a resolution in words */
    record Adoption(
            @Nullable UUID decision,
            @Nullable String resolution,
            @Nullable LocalDate on) {}

    record Appraisal(@Nullable String words) {}

    @PutMapping
    ConventionItem begin(Actor actor, @PathVariable UUID id, @RequestBody NewConvention body) {
        return ConventionItem.of(
                conventions.begin(actor, id, body.place(), body.kind(), body.title(), Origin.RECORDED, ""));
    }

    @PutMapping("/draft")
    ConventionJson draft(Actor actor, @PathVariable UUID id, @RequestBody Draft body) {
        var clauses = Typed.required("clauses", body.clauses());
        conventions.draft(actor, id, clauses.stream().map(NewClause::clause).toList());
        return latest(id);
    }

    @PostMapping("/adoption")
    ConventionJson adopt(Actor actor, @PathVariable UUID id, @RequestBody Adoption body) {
        conventions.adopt(actor, id, body.decision(), body.resolution(), body.on());
        return latest(id);
    }

    @PutMapping("/appraisals/{year}")
    ConventionJson appraise(Actor actor, @PathVariable UUID id, @PathVariable int year, @RequestBody Appraisal body) {
        conventions.appraise(actor, id, year, body.words());
        return latest(id);
    }

    private ConventionJson latest(UUID id) {
        return conventions.story(id, null).map(ConventionJson::of).orElseThrow(() -> new Refused.NotFound(id));
    }
}
