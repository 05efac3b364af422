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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Collection;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Load;
import org.zhuxi.waste.chain.NewCollection;
import org.zhuxi.waste.chain.NewReceipt;
import org.zhuxi.waste.chain.Weighing;

/** Collections for weighbridges and haulers' programs; the same id sent again counts once. */
@RestController
@RequestMapping("/api/v1/collections")
class CollectionsApi {

    private static final int USUAL_ROWS = 100;
    private static final int MOST_ROWS = 1_000;

    private final Collections collections;
    private final BatchReader batches;
    private final WorkPlaces work;

    CollectionsApi(Collections collections, BatchReader batches, WorkPlaces work) {
        this.collections = collections;
        this.batches = batches;
        this.work = work;
    }

    /** @param weighing SOURCE or DESTINATION with netKg, or left out with bins and binLitres */
    record CollectionJson(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String wasteClass,
            @Nullable List<UUID> stations,
            @Nullable String plate,
            @Nullable String driver,
            @Nullable String facility,
            @Nullable Weighing weighing,
            @Nullable BigDecimal grossKg,
            @Nullable BigDecimal tareKg,
            @Nullable BigDecimal netKg,
            @Nullable Integer bins,
            @Nullable Integer binLitres,
            @Nullable BigDecimal receivedKg,
            @Nullable String explanation,
            @Nullable Instant occurredAt,
            @Nullable String note,
            @Nullable List<String> evidence,
            @Nullable UUID supersedes) {

        NewCollection command() {
            return new NewCollection(
                    BatchReader.id(id),
                    BatchReader.required("place", place),
                    BatchReader.wasteClass(wasteClass),
                    BatchReader.required("stations", stations),
                    BatchReader.required("plate", plate),
                    BatchReader.required("driver", driver),
                    BatchReader.required("facility", facility),
                    load(),
                    receivedKg == null ? null : new NewReceipt(receivedKg, BatchReader.text(explanation)),
                    BatchReader.required("occurredAt", occurredAt),
                    BatchReader.text(note),
                    Objects.requireNonNullElse(evidence, List.of()),
                    supersedes);
        }

        private Load load() {
            if (bins != null) {
                return new Load.Bins(bins, BatchReader.required("binLitres", binLitres));
            }
            var how = Objects.requireNonNullElse(weighing, Weighing.SOURCE);
            if (how == Weighing.ESTIMATED) {
                throw new ChainRefused.Unreadable("bins", "chain-field-missing", "bins");
            }
            var net = netKg == null && grossKg != null && tareKg != null ? grossKg.subtract(tareKg) : netKg;
            return new Load.Weighed(how, grossKg, tareKg, BatchReader.required("netKg", net));
        }
    }

    /** @param netKg what the sender says; this counts */
    record ItemJson(
            UUID id,
            String wasteClass,
            LocalDate day,
            String state,
            List<UUID> stations,
            String plate,
            String driver,
            String facility,
            Weighing weighing,
            BigDecimal netKg,
            @Nullable BigDecimal receivedKg,
            @Nullable BigDecimal differenceKg,
            String explanation,
            @Nullable String settlement,
            boolean needsReview,
            @Nullable UUID supersedes) {

        static ItemJson of(Collection it) {
            return new ItemJson(
                    it.id(),
                    it.wasteClass().code(),
                    it.day(),
                    it.state().name(),
                    it.stations(),
                    it.plate(),
                    it.driver(),
                    it.facility(),
                    it.weighing(),
                    it.netKg(),
                    it.receivedKg(),
                    it.differenceKg().orElse(null),
                    it.explanation(),
                    it.settlement(),
                    it.needsReview(),
                    it.supersedes());
        }
    }

    record ItemsJson(List<ItemJson> items, @Nullable String next) {}

    record ReceiptJson(
            @Nullable BigDecimal receivedKg, @Nullable String explanation) {}

    record SettlementJson(@Nullable String note) {}

    record StatusJson(UUID id, String status) {}

    @PostMapping
    BatchReader.Results file(Actor actor, HttpServletRequest request, Locale locale) throws IOException {
        return batches.file(
                request,
                "collections",
                Collections.MOST,
                CollectionJson.class,
                CollectionJson::command,
                items -> collections.file(actor, items),
                locale);
    }

    @GetMapping
    ItemsJson list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam java.util.Map<String, String> query,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, ChainPermissions.READ, place);
        var rows = limit == null ? USUAL_ROWS : Math.clamp(limit, 1, MOST_ROWS);
        var found = collections.list(actor, at.path(), CollectionQuery.read(query), rows, after);
        return new ItemsJson(found.items().stream().map(ItemJson::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    ItemJson get(Actor actor, @PathVariable UUID id) {
        return ItemJson.of(collections.get(actor, id));
    }

    @PostMapping("/{id}/receipt")
    StatusJson receive(Actor actor, @PathVariable UUID id, @RequestBody ReceiptJson body) {
        var kg = BatchReader.required("receivedKg", body.receivedKg());
        var repeated = collections.receive(actor, id, new NewReceipt(kg, BatchReader.text(body.explanation())));
        return new StatusJson(id, repeated ? "duplicate" : "created");
    }

    @PostMapping("/{id}/settlement")
    StatusJson settle(Actor actor, @PathVariable UUID id, @RequestBody SettlementJson body) {
        collections.settle(actor, id, BatchReader.text(body.note()));
        return new StatusJson(id, "created");
    }
}
