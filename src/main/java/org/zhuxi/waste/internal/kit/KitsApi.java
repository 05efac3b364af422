package org.zhuxi.waste.internal.kit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.Bags;
import org.zhuxi.waste.kit.KitBatch;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.Kits;
import org.zhuxi.waste.kit.VoidReason;

/** Kits and bags for programs. */
@RestController
class KitsApi {

    private static final int MOST = 200;

    private final Kits kits;
    private final Bags bags;
    private final Places places;
    private final WorkPlaces work;

    KitsApi(Kits kits, Bags bags, Places places, WorkPlaces work) {
        this.kits = kits;
        this.bags = bags;
        this.places = places;
        this.work = work;
    }

    record BatchJson(
            UUID id,
            KitItem item,
            String label,
            String firstCode,
            int codes,
            KitBatch.State state,
            int received,
            long issued,
            long voided,
            long inStock,
            Instant orderedAt) {

        static BatchJson of(KitBatch it) {
            return new BatchJson(
                    it.id(),
                    it.item(),
                    it.label(),
                    it.first().printed(),
                    it.codes(),
                    it.state(),
                    it.received(),
                    it.issued(),
                    it.voided(),
                    it.inStock(),
                    it.orderedAt());
        }
    }

    record BatchesJson(List<BatchJson> items, @Nullable String next) {}

    record NewBatchJson(
            @Nullable String place,
            @Nullable KitItem item,
            @Nullable String label,
            @Nullable Integer codes) {}

    record ReceivedJson(@Nullable Integer received) {}

    /** @param id made by the client; the same again is the same handing out */
    record IssueJson(
            @Nullable UUID id,
            @Nullable String firstCode,
            @Nullable Integer each,
            @Nullable List<UUID> households) {}

    record ResultJson(UUID id, String status) {}

    record VoidJson(@Nullable String code, @Nullable VoidReason reason) {}

    record TraceJson(@Nullable String code, @Nullable String reason) {}

    record TracedJson(
            String code,
            UUID household,
            String door,
            Instant issuedAt,
            @Nullable VoidReason voided) {}

    @GetMapping("/api/v1/kit-batches")
    BatchesJson list(
            Actor actor,
            @RequestParam String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var slice = kits.list(actor, community(place), Math.clamp(limit, 1, MOST), after);
        return new BatchesJson(slice.items().stream().map(BatchJson::of).toList(), slice.next());
    }

    @PostMapping("/api/v1/kit-batches")
    BatchJson order(Actor actor, @RequestBody NewBatchJson body) {
        return BatchJson.of(kits.order(
                actor,
                community(Objects.requireNonNullElse(body.place(), "")),
                Typed.required("item", body.item()),
                Typed.required("label", body.label()),
                Typed.required("codes", body.codes()),
                Origin.RECORDED));
    }

    @PostMapping("/api/v1/kit-batches/{id}/receipt")
    BatchJson receive(Actor actor, @PathVariable String id, @RequestBody ReceivedJson body) {
        kits.receive(actor, Typed.id(id), Typed.required("received", body.received()));
        return BatchJson.of(kits.get(actor, Typed.id(id)));
    }

    @PostMapping("/api/v1/kit-issues")
    ResultJson give(Actor actor, @RequestBody IssueJson body) {
        var id = Typed.required("id", body.id());
        var first = code(body.firstCode());
        var refs = Typed.required("households", body.households()).stream()
                .distinct()
                .map(household -> new HouseholdRef(new CommunityId(first.community()), household))
                .toList();
        var found = places.findHouseholds(refs);
        var households = refs.stream()
                .map(ref -> {
                    var household = found.get(ref.id());
                    if (household == null) {
                        throw new WasteRefused.HouseholdUnknown(ref.id().toString());
                    }
                    return household;
                })
                .toList();
        var repeated = bags.give(actor, id, first, Typed.required("each", body.each()), households, Origin.RECORDED);
        return new ResultJson(id, repeated ? "duplicate" : "created");
    }

    @PostMapping("/api/v1/kit-voids")
    VoidJson declareVoid(Actor actor, @RequestBody VoidJson body) {
        bags.declareVoid(actor, code(body.code()), Typed.required("reason", body.reason()));
        return body;
    }

    @PostMapping("/api/v1/kit-traces")
    TracedJson trace(Actor actor, @RequestBody TraceJson body) {
        var trace = bags.trace(actor, code(body.code()), Objects.requireNonNullElse(body.reason(), ""));
        return new TracedJson(
                trace.code().printed(),
                trace.issue().household().id(),
                trace.door(),
                trace.issue().issuedAt(),
                trace.voided());
    }

    private CommunityId community(String place) {
        var community = work.named(place).community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place);
        }
        return community;
    }

    private static BagCode code(@Nullable String typed) {
        var text = Objects.requireNonNullElse(typed, "");
        return BagCode.parse(text).orElseThrow(() -> new WasteRefused.Unreadable("code", "bag-code", text));
    }
}
