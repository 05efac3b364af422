package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WasteClass;

/** A community with a station, two vehicles, facilities and the people of the waste chain. */
record Yard(
        World.Made made,
        StationRef station,
        String kitchenTruck,
        String residualTruck,
        String compost,
        String burner,
        Actor hauler,
        Actor steward,
        Actor clerk,
        Actor head,
        Actor verifier) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Yard build(World worlds, Accounts accounts, Stations stations, Facilities facilities, Vehicles vehicles) {
        var made = worlds.make(6);
        var code = made.communityCode();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        "recycler-" + code,
                        null,
                        "清运员",
                        World.PASSWORD,
                        Set.of(new Grant(Role.RECYCLER, made.path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        var station = worlds.station(made, stations);
        var head = accounts.actorOf("head-" + code);
        var tail = code.substring(code.length() - 4);
        var place = made.path();
        vehicles.add(
                head,
                new Vehicles.New("苏K" + tail + "厨", "环卫公司", Set.of(WasteClass.KITCHEN), null, place, Origin.SYNTHETIC));
        vehicles.add(
                head,
                new Vehicles.New(
                        "苏K" + tail + "其", "环卫公司", Set.of(WasteClass.RESIDUAL), null, place, Origin.SYNTHETIC));
        facilities.add(
                head,
                new Facilities.New(
                        "C-" + code,
                        FacilityKind.COMPOST,
                        new Names("堆肥场", "Compost site"),
                        place,
                        Set.of(WasteClass.KITCHEN),
                        Origin.SYNTHETIC));
        facilities.add(
                head,
                new Facilities.New(
                        "B-" + code,
                        FacilityKind.INCINERATION,
                        new Names("焚烧厂", "Incineration plant"),
                        place,
                        Set.of(WasteClass.RESIDUAL, WasteClass.KITCHEN),
                        Origin.SYNTHETIC));
        return new Yard(
                made,
                station,
                "苏K" + tail + "厨",
                "苏K" + tail + "其",
                "C-" + code,
                "B-" + code,
                accounts.actorOf("recycler-" + code),
                accounts.actorOf("steward-" + code),
                accounts.actorOf("clerk-" + code),
                head,
                accounts.actorOf("verifier-" + code));
    }

    NewCollection kitchen(String kg) {
        return kitchen(Ids.next(), kg, null, Instant.now().minusSeconds(60), null);
    }

    NewCollection kitchen(UUID id, String kg, @Nullable NewReceipt receipt, Instant at, @Nullable UUID supersedes) {
        return new NewCollection(
                id,
                made.communityCode(),
                WasteClass.KITCHEN,
                List.of(station.site()),
                kitchenTruck,
                "老王",
                compost,
                new Load.Weighed(Weighing.SOURCE, null, null, new BigDecimal(kg)),
                receipt,
                at,
                "",
                List.of(),
                supersedes);
    }

    NewTreatment treatment(String in, String out, String residue, Instant at) {
        return new NewTreatment(
                Ids.next(),
                made.communityCode(),
                WasteClass.KITCHEN,
                compost,
                new BigDecimal(in),
                "堆肥",
                new BigDecimal(out),
                new BigDecimal(residue),
                null,
                at,
                "",
                "",
                List.of(),
                null);
    }

    Submission drop(WasteClass wasteClass, String kg, Instant at) {
        return new Submission(
                Ids.next(),
                wasteClass.kind(),
                made.communityCode(),
                made.households().getFirst().id(),
                station.site(),
                at,
                Map.of("mass", new Measured(new BigDecimal(kg), "kg")),
                "A",
                null,
                List.of(),
                null);
    }

    /** Takes drops of earlier days over as history, so that none of them waits for a reviewer. */
    static void history(Activities activities, List<Submission> drops) {
        if (activities.takeOver(World.founder(), drops, Origin.SYNTHETIC).stream()
                .anyMatch(outcome -> outcome.status() != Outcome.Status.CREATED)) {
            throw new IllegalStateException("A drop was refused");
        }
    }

    static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
