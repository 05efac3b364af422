package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.chain.BalanceLine;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.Leg;
import org.zhuxi.waste.chain.MonthBalance;

/** The balance of a community's month for programs. */
@RestController
@RequestMapping("/api/v1/waste/balance")
class BalanceApi {

    private final Balances balances;
    private final WorkPlaces work;
    private final Clock clock;

    BalanceApi(Balances balances, WorkPlaces work, Clock clock) {
        this.balances = balances;
        this.work = work;
        this.clock = clock;
    }

    /** Masses in kg; left out while nothing is recorded. */
    record MassJson(BigDecimal verifiedKg, BigDecimal provisionalKg, BigDecimal estimatedKg, long records) {

        static @Nullable MassJson of(BalanceLine.Mass mass) {
            return mass.isMissing() && mass.provisionalKg().signum() == 0
                    ? null
                    : new MassJson(mass.verifiedKg(), mass.provisionalKg(), mass.estimatedKg(), mass.records());
        }
    }

    record LegJson(
            Leg leg,
            @Nullable BigDecimal differenceKg,
            @Nullable BigDecimal differencePercent,
            BigDecimal explainedKg,
            @Nullable BigDecimal unexplainedKg,
            boolean balanced) {

        static LegJson of(BalanceLine line, Leg leg) {
            var known = line.isKnown(leg);
            return new LegJson(
                    leg,
                    known ? line.differenceKg(leg) : null,
                    known ? line.differencePercent(leg).orElse(null) : null,
                    line.explainedKg(leg),
                    known ? line.unexplainedKg(leg) : null,
                    line.isBalanced(leg));
        }
    }

    record LineJson(
            String wasteClass,
            @Nullable MassJson dropped,
            @Nullable MassJson collected,
            @Nullable MassJson treated,
            List<LegJson> legs) {

        static LineJson of(BalanceLine line) {
            return new LineJson(
                    line.wasteClass().code(),
                    MassJson.of(line.dropped()),
                    MassJson.of(line.collected()),
                    MassJson.of(line.treated()),
                    List.of(LegJson.of(line, Leg.COLLECTION), LegJson.of(line, Leg.TREATMENT)));
        }
    }

    /** @param changedSinceClosing whether records have changed since the month was closed */
    record BalanceJson(
            String place, String month, List<LineJson> classes, boolean closed, boolean changedSinceClosing) {

        static BalanceJson of(MonthBalance it) {
            return new BalanceJson(
                    it.community().code(),
                    it.month().toString(),
                    it.lines().stream().map(LineJson::of).toList(),
                    it.closing() != null,
                    it.isOutrun());
        }
    }

    record ExplanationJson(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String month,
            @Nullable String wasteClass,
            @Nullable String reason,
            @Nullable BigDecimal kg,
            @Nullable String note) {}

    record MonthJson(
            @Nullable String place,
            @Nullable String month,
            @Nullable String note) {}

    record StatusJson(String status) {}

    @GetMapping
    BalanceJson read(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String month) {
        var at = work.of(actor, ChainPermissions.READ, place);
        return BalanceJson.of(balances.read(actor, at.path(), BalancePages.month(month, clock)));
    }

    @GetMapping("/published")
    BalanceJson published(@RequestParam String place, @RequestParam @Nullable String month) {
        return BalanceJson.of(balances.published(work.named(place).path(), BalancePages.month(month, clock)));
    }

    @PostMapping("/explanations")
    StatusJson explain(Actor actor, @RequestBody ExplanationJson body) {
        var repeated = balances.explain(
                actor,
                work.named(BatchReader.required("place", body.place())).path(),
                new Balances.NewExplanation(
                        BatchReader.id(body.id()),
                        BalancePages.month(BatchReader.required("month", body.month()), clock),
                        BatchReader.wasteClass(body.wasteClass()),
                        BatchReader.required("reason", body.reason()),
                        BatchReader.required("kg", body.kg()),
                        BatchReader.text(body.note())));
        return new StatusJson(repeated ? "duplicate" : "created");
    }

    @PostMapping("/closing")
    StatusJson close(Actor actor, @RequestBody MonthJson body) {
        balances.close(
                actor,
                work.named(BatchReader.required("place", body.place())).path(),
                BalancePages.month(BatchReader.required("month", body.month()), clock),
                BatchReader.text(body.note()));
        return new StatusJson("closed");
    }

    @PostMapping("/explanations/{id}/reversal")
    StatusJson takeBack(Actor actor, @PathVariable UUID id, @RequestBody MonthJson body) {
        balances.takeBack(
                actor,
                work.named(BatchReader.required("place", body.place())).path(),
                BalancePages.month(BatchReader.required("month", body.month()), clock),
                id);
        return new StatusJson("reversed");
    }

    @PostMapping("/reopening")
    StatusJson reopen(Actor actor, @RequestBody MonthJson body) {
        balances.reopen(
                actor,
                work.named(BatchReader.required("place", body.place())).path(),
                BalancePages.month(BatchReader.required("month", body.month()), clock),
                BatchReader.text(body.note()));
        return new StatusJson("open");
    }
}
