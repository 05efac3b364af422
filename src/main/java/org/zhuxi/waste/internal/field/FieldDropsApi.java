package org.zhuxi.waste.internal.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.ProblemWriter;
import org.zhuxi.waste.FieldDrop;
import org.zhuxi.waste.FieldDrops;
import org.zhuxi.waste.internal.Typed;

/** Takes what a phone recorded while it was offline. */
@RestController
class FieldDropsApi {

    private final FieldDrops drops;
    private final ProblemWriter problems;

    FieldDropsApi(FieldDrops drops, ProblemWriter problems) {
        this.drops = drops;
        this.problems = problems;
    }

    /** @param account id of whoever recorded them on the phone; a program that serves only one may leave it out */
    record BatchJson(@Nullable UUID account, @Nullable List<@Nullable FieldDropJson> drops) {}

    /**
     * @param status {@code created}, {@code duplicate}, {@code conflict} or {@code rejected}
     * @param points what it earned the household, left out when it earned nothing
     */
    record ResultJson(
            String id,
            String status,
            @Nullable ProblemDetail problem,
            @Nullable Long points) {}

    record ResultsJson(List<ResultJson> results) {}

    @PostMapping("/api/v1/drops")
    ResultsJson record(Actor actor, Locale locale, @RequestBody BatchJson body) {
        return pass(actor, locale, body, drops::record);
    }

    /** What would become of them; nothing is written. */
    @PostMapping("/api/v1/drops/foresight")
    ResultsJson foresee(Actor actor, Locale locale, @RequestBody BatchJson body) {
        return pass(actor, locale, body, drops::foresee);
    }

    private interface Door {
        List<Outcome> pass(Actor actor, UUID account, List<FieldDrop> batch);
    }

    private ResultsJson pass(Actor actor, Locale locale, BatchJson body, Door door) {
        var account = Objects.requireNonNullElseGet(body.account(), actor::account);
        var refused = new ArrayList<@Nullable ResultJson>();
        var readable = new ArrayList<FieldDrop>();
        for (var item : Objects.requireNonNullElse(body.drops(), List.<@Nullable FieldDropJson>of())) {
            try {
                readable.add(Typed.required("drops", item).toDrop());
                refused.add(null);
            } catch (Refused why) {
                refused.add(rejected(item, why.problem(), locale));
            }
        }
        var outcomes = door.pass(actor, account, readable).iterator();
        return new ResultsJson(refused.stream()
                .map(result -> result == null ? result(outcomes.next(), locale) : result)
                .toList());
    }

    private ResultJson rejected(@Nullable FieldDropJson item, Problem problem, Locale locale) {
        var id = item == null ? null : item.id();
        return new ResultJson(Objects.requireNonNullElse(id, ""), "rejected", problems.item(problem, locale), null);
    }

    private ResultJson result(Outcome outcome, Locale locale) {
        return new ResultJson(
                outcome.id().toString(),
                outcome.status().name().toLowerCase(Locale.ROOT),
                outcome.problem() == null ? null : problems.item(outcome.problem(), locale),
                outcome.points());
    }
}
