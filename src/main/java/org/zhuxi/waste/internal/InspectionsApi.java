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
import org.zhuxi.waste.Inspections;
import org.zhuxi.waste.NewInspection;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteRefused;

/** Inspections for programs; the same id sent again counts once. */
@RestController
class InspectionsApi {

    private final Inspections inspections;
    private final Stations stations;

    InspectionsApi(Inspections inspections, Stations stations) {
        this.inspections = inspections;
        this.stations = stations;
    }

    /** @param household id, left out when nobody knows whose bags they are */
    record InspectionJson(
            @Nullable UUID id,
            @Nullable UUID station,
            @Nullable UUID household,
            @Nullable Integer checked,
            @Nullable Integer correct,
            @Nullable Instant occurredAt,
            @Nullable String note,
            @Nullable List<String> evidence) {}

    /** @param status {@code created} or {@code duplicate} */
    record ResultJson(UUID id, String status) {}

    @PostMapping("/api/v1/inspections")
    ResultJson record(Actor actor, @RequestBody InspectionJson body) {
        var id = required("id", body.id());
        var station =
                stations.get(required("station", body.station())).station().ref();
        var household = body.household() == null ? null : new HouseholdRef(station.community(), body.household());
        var repeated = inspections.record(
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
        return new ResultJson(id, repeated ? "duplicate" : "created");
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new WasteRefused.Unreadable(field, "waste-field-missing", field);
        }
        return value;
    }
}
