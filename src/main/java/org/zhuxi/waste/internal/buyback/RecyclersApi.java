package org.zhuxi.waste.internal.buyback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.Money;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.buyback.Settlement;
import org.zhuxi.waste.buyback.Settlements;
import org.zhuxi.waste.internal.Typed;

/** Recyclers with their public prices, and their months for those who settle them. */
@RestController
@RequestMapping("/api/v1/recyclers")
class RecyclersApi {

    private final Recyclers recyclers;
    private final Settlements settlements;
    private final WorkPlaces work;

    RecyclersApi(Recyclers recyclers, Settlements settlements, WorkPlaces work) {
        this.recyclers = recyclers;
        this.settlements = settlements;
        this.work = work;
    }

    /** @param fenPerKg left out when the material is not taken any more */
    record PriceJson(
            @Nullable String material,
            @Nullable LocalDate validFrom,
            @Nullable Long fenPerKg) {

        static PriceJson of(Price price) {
            return new PriceJson(price.material().code(), price.validFrom(), price.fenPerKg());
        }

        Price toPrice() {
            var known = Material.find(Objects.requireNonNullElse(material, ""))
                    .orElseThrow(() -> new WasteRefused.Unreadable("material", "buyback-unreadable", "material"));
            if (validFrom == null) {
                throw new WasteRefused.Unreadable("validFrom", "day-unreadable", "");
            }
            return new Price(known, validFrom, fenPerKg);
        }
    }

    record RecyclerJson(UUID id, String name, String phone, LocalDate since, List<PriceJson> prices) {}

    record NewRecyclerJson(
            @Nullable String place,
            @Nullable String name,
            @Nullable String phone) {}

    record LineJson(String material, java.math.BigDecimal massKg, long amountFen, long entries) {}

    record SettlementJson(
            UUID recycler,
            String month,
            int receipts,
            java.math.BigDecimal massKg,
            long amountFen,
            List<LineJson> lines,
            @Nullable Instant closedAt) {

        static SettlementJson of(Settlement it) {
            return new SettlementJson(
                    it.recycler().id(),
                    it.month().toString(),
                    it.receipts(),
                    Money.kg(it.massG()),
                    it.amountFen(),
                    it.lines().stream()
                            .map(line -> new LineJson(
                                    line.material().code(), Money.kg(line.massG()), line.amountFen(), line.entries()))
                            .toList(),
                    it.closedAt());
        }
    }

    @GetMapping
    List<RecyclerJson> list(@RequestParam String place) {
        var all = recyclers.list(work.named(place).path());
        return all.stream().map(this::json).toList();
    }

    @PostMapping
    RecyclerJson add(Actor actor, @RequestBody NewRecyclerJson body) {
        var place = Objects.requireNonNullElse(body.place(), "");
        var community = work.named(place).community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place);
        }
        var name = Objects.requireNonNullElse(body.name(), "");
        return json(
                recyclers.add(actor, community, name, Objects.requireNonNullElse(body.phone(), ""), Origin.RECORDED));
    }

    /** Who works for a recycler, by user name. */
    @GetMapping("/{id}/people")
    List<String> people(Actor actor, @PathVariable String id) {
        return recyclers.people(actor, recyclers.get(Typed.id(id)).ref());
    }

    @PutMapping("/{id}/people/{username}")
    List<String> engage(Actor actor, @PathVariable String id, @PathVariable String username) {
        recyclers.engage(actor, recyclers.get(Typed.id(id)).ref(), username);
        return people(actor, id);
    }

    @DeleteMapping("/{id}/people/{username}")
    List<String> dismiss(Actor actor, @PathVariable String id, @PathVariable String username) {
        recyclers.dismiss(actor, recyclers.get(Typed.id(id)).ref(), username);
        return people(actor, id);
    }

    private RecyclerJson json(Recycler it) {
        var prices =
                recyclers.pricesOn(List.of(it.ref()), recyclers.today(it.ref())).getOrDefault(it.ref(), List.of());
        return new RecyclerJson(
                it.ref().id(),
                it.name(),
                it.phone(),
                it.since(),
                prices.stream().map(PriceJson::of).toList());
    }

    /** Every price there ever was, the newest first within a material. */
    @GetMapping("/{id}/prices")
    List<PriceJson> prices(@PathVariable String id) {
        return recyclers.prices(recyclers.get(Typed.id(id)).ref()).stream()
                .map(PriceJson::of)
                .toList();
    }

    @PutMapping("/{id}/prices")
    List<PriceJson> setPrices(Actor actor, @PathVariable String id, @RequestBody List<PriceJson> body) {
        var ref = recyclers.get(Typed.id(id)).ref();
        recyclers.setPrices(actor, ref, body.stream().map(PriceJson::toPrice).toList());
        return prices(id);
    }

    @GetMapping("/{id}/settlements")
    List<SettlementJson> settlements(Actor actor, @PathVariable String id) {
        return settlements.list(actor, Typed.id(id)).stream()
                .map(SettlementJson::of)
                .toList();
    }

    @GetMapping("/{id}/settlements/{month}")
    SettlementJson settlement(Actor actor, @PathVariable String id, @PathVariable String month) {
        return SettlementJson.of(settlements.get(actor, Typed.id(id), Typed.month(month)));
    }

    @PostMapping("/{id}/settlements/{month}/closing")
    SettlementJson close(Actor actor, @PathVariable String id, @PathVariable String month) {
        return SettlementJson.of(settlements.close(actor, Typed.id(id), Typed.month(month)));
    }
}
