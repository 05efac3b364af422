package org.zhuxi.waste.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.waste.FieldInspection;
import org.zhuxi.waste.FieldInspections;
import org.zhuxi.waste.Inspections;
import org.zhuxi.waste.NewInspection;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteRefused;

/** Inspections for programs; the same id sent again counts once. */
@RestController
class InspectionsApi {

    private final Inspections inspections;
    private final FieldInspections field;
    private final Stations stations;

    InspectionsApi(Inspections inspections, FieldInspections field, Stations stations) {
        this.inspections = inspections;
        this.field = field;
        this.stations = stations;
    }

    /**
     * @param account id of whoever recorded it on a phone; a program that serves only one may leave it out
     * @param household id, left out when nobody knows whose bags they are
     * @param card in its place what was scanned; empty when nobody knows
     * @param clockChanged whether the time is an estimate, for the clock of the phone was changed
     */
    record InspectionJson(
            @Nullable UUID account,
            @Nullable UUID id,
            @Nullable UUID station,
            @Nullable UUID household,
            @Nullable String card,
            @Nullable Integer checked,
            @Nullable Integer correct,
            @Nullable Instant occurredAt,
            @Nullable Boolean clockChanged,
            @Nullable String note,
            @Nullable List<String> evidence) {}

    /** @param status {@code created} or {@code duplicate} */
    record ResultJson(UUID id, String status) {}

    @PostMapping("/api/v1/inspections")
    ResultJson record(Actor actor, @RequestBody InspectionJson body) {
        var id = required("id", body.id());
        var repeated = body.card() == null ? known(actor, id, body) : scanned(actor, id, body.card(), body);
        return new ResultJson(id, repeated ? "duplicate" : "created");
    }

    private boolean scanned(Actor actor, UUID id, String card, InspectionJson body) {
        return field.record(
                actor,
                Objects.requireNonNullElseGet(body.account(), actor::account),
                new FieldInspection(
                        id,
                        required("station", body.station()),
                        card,
                        required("checked", body.checked()),
                        required("correct", body.correct()),
                        required("occurredAt", body.occurredAt()),
                        Boolean.TRUE.equals(body.clockChanged()),
                        DropForm.text(body.note()),
                        Objects.requireNonNullElse(body.evidence(), List.of())));
    }

    private boolean known(Actor actor, UUID id, InspectionJson body) {
        var station =
                stations.get(required("station", body.station())).station().ref();
        var household = body.household() == null ? null : new HouseholdRef(station.community(), body.household());
        return inspections.record(
                actor,
                new NewInspection(
                        id,
                        station,
                        household,
                        required("checked", body.checked()),
                        required("correct", body.correct()),
                        required("occurredAt", body.occurredAt()),
                        DropForm.text(body.note()),
                        Objects.requireNonNullElse(body.evidence(), List.of())));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new WasteRefused.Unreadable(field, "waste-field-missing", field);
        }
        return value;
    }
}
