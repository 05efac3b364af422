package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.NewTreatment;
import org.zhuxi.waste.chain.Treatment;
import org.zhuxi.waste.chain.Treatments;

/** Receipts of treatment for facilities' programs; the same id sent again counts once. */
@RestController
@RequestMapping("/api/v1/treatments")
class TreatmentsApi {

    private static final int USUAL_ROWS = 100;
    private static final int MOST_ROWS = 1_000;

    private final Treatments treatments;
    private final BatchReader batches;
    private final WorkPlaces work;

    TreatmentsApi(Treatments treatments, BatchReader batches, WorkPlaces work) {
        this.treatments = treatments;
        this.batches = batches;
        this.work = work;
    }

    /** Masses in kg, biogas in m³. */
    record TreatmentJson(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String wasteClass,
            @Nullable String facility,
            @Nullable BigDecimal inputKg,
            @Nullable String product,
            @Nullable BigDecimal productKg,
            @Nullable BigDecimal residueKg,
            @Nullable BigDecimal gasM3,
            @Nullable Instant occurredAt,
            @Nullable String ticket,
            @Nullable String note,
            @Nullable List<String> evidence,
            @Nullable UUID supersedes) {

        NewTreatment command() {
            return new NewTreatment(
                    BatchReader.id(id),
                    BatchReader.required("place", place),
                    BatchReader.wasteClass(wasteClass),
                    BatchReader.required("facility", facility),
                    BatchReader.required("inputKg", inputKg),
                    BatchReader.text(product),
                    BatchReader.orZero(productKg),
                    BatchReader.orZero(residueKg),
                    gasM3,
                    BatchReader.required("occurredAt", occurredAt),
                    BatchReader.text(ticket),
                    BatchReader.text(note),
                    Objects.requireNonNullElse(evidence, List.of()),
                    supersedes);
        }
    }

    record ItemJson(
            UUID id,
            String wasteClass,
            LocalDate day,
            String state,
            String facility,
            BigDecimal inputKg,
            String product,
            BigDecimal productKg,
            BigDecimal residueKg,
            BigDecimal lostKg,
            @Nullable BigDecimal gasM3,
            String ticket,
            @Nullable UUID supersedes) {

        static ItemJson of(Treatment it) {
            return new ItemJson(
                    it.id(),
                    it.wasteClass().code(),
                    it.day(),
                    it.state().name(),
                    it.facility(),
                    it.inputKg(),
                    it.product(),
                    it.productKg(),
                    it.residueKg(),
                    it.lostKg(),
                    it.gasM3(),
                    it.ticket(),
                    it.supersedes());
        }
    }

    record ItemsJson(List<ItemJson> items, @Nullable String next) {}

    @PostMapping
    BatchReader.Results file(Actor actor, HttpServletRequest request, Locale locale) throws IOException {
        return batches.file(
                request,
                "treatments",
                Collections.MOST,
                TreatmentJson.class,
                TreatmentJson::command,
                items -> treatments.file(actor, items),
                locale);
    }

    @GetMapping
    ItemsJson list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(name = "class") @Nullable String wasteClass,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, ChainPermissions.READ, place);
        var rows = limit == null ? USUAL_ROWS : Math.clamp(limit, 1, MOST_ROWS);
        var found = treatments.list(actor, at.path(), CollectionQuery.wasteClass(wasteClass), rows, after);
        return new ItemsJson(found.items().stream().map(ItemJson::of).toList(), found.next());
    }
}
