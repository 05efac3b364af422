package org.zhuxi.waste.internal.chain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.Facility;
import org.zhuxi.waste.chain.FacilityKind;
import org.zhuxi.waste.chain.Vehicle;
import org.zhuxi.waste.chain.Vehicles;

/** Facilities, which everyone may read, and vehicles, for programs. */
@RestController
class DestinationsApi {

    private final Facilities facilities;
    private final Vehicles vehicles;
    private final WorkPlaces work;

    DestinationsApi(Facilities facilities, Vehicles vehicles, WorkPlaces work) {
        this.facilities = facilities;
        this.vehicles = vehicles;
        this.work = work;
    }

    /** @param place code of the place it serves */
    record FacilityJson(
            @Nullable String code,
            @Nullable FacilityKind kind,
            @Nullable Names name,
            @Nullable String place,
            @Nullable List<String> accepted,
            @Nullable Boolean inUse) {

        static FacilityJson of(Facility it) {
            return new FacilityJson(
                    it.code(), it.kind(), it.name(), it.place().value(), codes(it.accepted()), it.inUse());
        }
    }

    record VehicleJson(
            @Nullable String plate,
            @Nullable String owner,
            @Nullable String place,
            @Nullable List<String> carries,
            @Nullable BigDecimal tareKg,
            @Nullable Boolean inUse) {

        static VehicleJson of(Vehicle it) {
            return new VehicleJson(
                    it.plate(), it.owner(), it.place().value(), codes(it.carries()), it.tareKg(), it.inUse());
        }
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/api/v1/facilities")
    Items<FacilityJson> facilities(@RequestParam String place) {
        return new Items<>(facilities.list(work.named(place).path()).stream()
                .map(FacilityJson::of)
                .toList());
    }

    @PostMapping("/api/v1/facilities")
    FacilityJson addFacility(Actor actor, @RequestBody FacilityJson body) {
        return FacilityJson.of(facilities.add(
                actor,
                new Facilities.New(
                        BatchReader.required("code", body.code()),
                        BatchReader.required("kind", body.kind()),
                        BatchReader.required("name", body.name()),
                        work.named(BatchReader.required("place", body.place())).path(),
                        classes(BatchReader.required("accepted", body.accepted())),
                        Origin.RECORDED)));
    }

    @GetMapping("/api/v1/vehicles")
    Items<VehicleJson> vehicles(Actor actor, @RequestParam @Nullable String place) {
        var at = work.of(actor, ChainPermissions.READ, place);
        actor.require(ChainPermissions.READ, at.path());
        return new Items<>(
                vehicles.list(at.path()).stream().map(VehicleJson::of).toList());
    }

    @PostMapping("/api/v1/vehicles")
    VehicleJson addVehicle(Actor actor, @RequestBody VehicleJson body) {
        return VehicleJson.of(vehicles.add(
                actor,
                new Vehicles.New(
                        BatchReader.required("plate", body.plate()),
                        BatchReader.required("owner", body.owner()),
                        classes(BatchReader.required("carries", body.carries())),
                        body.tareKg(),
                        work.named(BatchReader.required("place", body.place())).path(),
                        Origin.RECORDED)));
    }

    static Set<WasteClass> classes(List<String> codes) {
        var classes = EnumSet.noneOf(WasteClass.class);
        codes.forEach(code -> classes.add(BatchReader.wasteClass(code)));
        return classes;
    }

    private static List<String> codes(Set<WasteClass> classes) {
        return classes.stream().map(WasteClass::code).sorted().toList();
    }
}
