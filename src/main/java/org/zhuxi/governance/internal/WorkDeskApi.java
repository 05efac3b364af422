package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.NewSharedWork;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.internal.AgreementsApi.WorkItem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** Shared works at the desk, for programs: worked out, publicised, signed, answered, agreed, finished or given up. */
@RestController
@RequestMapping("/api/v1/works/{id}")
class WorkDeskApi {

    /** A number with more digits than these before or after the point is no area. */
    private static final int MOST_DIGITS = 10;

    private final SharedWorks works;

    WorkDeskApi(SharedWorks works) {
        this.works = works;
    }

    /** @param areaM2 at most two decimals; null takes that of the roll of owners */
    record Dwelling(
            @Nullable String place,
            @Nullable Integer floor,
            @Nullable BigDecimal areaM2) {

        /** As a line of {@link NewSharedWork}; what would end a cell is no part of a code. */
        private String row() {
            var code = Typed.text(place).replaceAll("[,，\\t;；\\r\\n]", "?");
            var area = areaM2 == null ? "" : Math.abs(areaM2.scale()) > MOST_DIGITS ? "?" : areaM2.toPlainString();
            return "%s,%s,%s".formatted(code, floor == null ? "" : floor.toString(), area);
        }
    }

    /**
     * A work as programs send it.
     *
     * @param coefficients of floors for the cost, such as {@code 1:0 2:0.5 3:1}
     * @param running the same for the cost of each year; empty: by area alone
     */
    record NewWork(
            @Nullable String place,
            SharedWork.@Nullable Kind kind,
            @Nullable String title,
            @Nullable String words,
            @Nullable Long costFen,
            @Nullable Long subsidyFen,
            @Nullable Long runningFenPerYear,
            @Nullable String coefficients,
            @Nullable String running,
            @Nullable List<Dwelling> dwellings) {

        private NewSharedWork typed() {
            var cost = Typed.within("costFen", Typed.required("costFen", costFen), 1, SharedWorks.MOST_FEN);
            return new NewSharedWork(
                    place,
                    kind,
                    title,
                    words,
                    cost,
                    Typed.within("subsidyFen", Objects.requireNonNullElse(subsidyFen, 0L), 0, cost),
                    Typed.within(
                            "runningFenPerYear",
                            Objects.requireNonNullElse(runningFenPerYear, 0L),
                            0,
                            SharedWorks.MOST_FEN),
                    coefficients,
                    running,
                    Typed.required("dwellings", dwellings).stream()
                            .map(Dwelling::row)
                            .collect(Collectors.joining("\n")));
        }
    }

    record Signature(
            SharedWork.@Nullable Consent consent, @Nullable LocalDate signedOn) {}

    record Reply(@Nullable String answer) {}

    record Agreement(@Nullable UUID decision) {}

    record Reason(@Nullable String reason) {}

    @PutMapping
    WorkItem prepare(Actor actor, @PathVariable UUID id, @RequestBody NewWork body) {
        return WorkItem.of(works.prepare(actor, id, body.typed(), Origin.RECORDED));
    }

    @PostMapping("/publication")
    WorkItem publicise(Actor actor, @PathVariable UUID id) {
        works.publicise(actor, id);
        return item(id);
    }

    @PutMapping("/signatures/{dwelling}")
    WorkItem sign(Actor actor, @PathVariable UUID id, @PathVariable String dwelling, @RequestBody Signature body) {
        works.sign(actor, id, dwelling, body.consent(), body.signedOn());
        return item(id);
    }

    @PostMapping("/objections/{objection}/answer")
    WorkItem answer(Actor actor, @PathVariable UUID id, @PathVariable UUID objection, @RequestBody Reply body) {
        works.answer(actor, id, objection, body.answer());
        return item(id);
    }

    @PostMapping("/agreement")
    WorkItem agree(Actor actor, @PathVariable UUID id, @RequestBody Agreement body) {
        works.agree(actor, id, body.decision());
        return item(id);
    }

    @PostMapping("/completion")
    WorkItem finish(Actor actor, @PathVariable UUID id) {
        works.finish(actor, id);
        return item(id);
    }

    @PostMapping("/withdrawal")
    WorkItem withdraw(Actor actor, @PathVariable UUID id, @RequestBody Reason body) {
        works.withdraw(actor, id, body.reason());
        return item(id);
    }

    private WorkItem item(UUID id) {
        return WorkItem.of(works.get(id));
    }
}
