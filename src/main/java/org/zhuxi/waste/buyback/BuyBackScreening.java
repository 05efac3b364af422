package org.zhuxi.waste.buyback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.buyback.BuyBackStore;

/** Judges what recyclers send, each item alone, before anything is kept, and puts prices to it. */
@Component
class BuyBackScreening {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final Places places;
    private final Recyclers recyclers;
    private final Kinds kinds;
    private final BuyBackStore store;
    private final Clock clock;

    BuyBackScreening(Places places, Recyclers recyclers, Kinds kinds, BuyBackStore store, Clock clock) {
        this.places = places;
        this.recyclers = recyclers;
        this.kinds = kinds;
        this.store = store;
        this.clock = clock;
    }

    /** What a whole batch refers to, a few queries for all of it. */
    Known lookUp(Actor actor, Collection<NewBuyBack> batch) {
        var communities = places.communitiesOfHouseholds(
                batch.stream().map(NewBuyBack::household).collect(Collectors.toSet()));
        var refs = communities.entrySet().stream()
                .map(entry -> new HouseholdRef(entry.getValue(), entry.getKey()))
                .toList();
        var mine = recyclers.employers(actor).stream()
                .collect(Collectors.toMap(it -> it.ref().community(), Function.identity()));
        var prices = new HashMap<RecyclerRef, List<Price>>();
        mine.values().forEach(recycler -> prices.put(recycler.ref(), recyclers.prices(recycler.ref())));
        return new Known(places.findHouseholds(refs), mine, prices);
    }

    record Known(
            Map<UUID, Household> households,
            Map<CommunityId, Recycler> recyclers,
            Map<RecyclerRef, List<Price>> prices) {}

    /** The receipt as it can be kept, without a number yet. */
    BuyBackStore.Draft draft(Actor actor, NewBuyBack item, Known known, Origin origin) {
        var household = known.households().get(item.household());
        require(
                household != null,
                "household",
                "buyback-household",
                item.household().toString());
        var path = Objects.requireNonNull(household).path();
        if (!actor.may(BuyBackPermissions.RECORD, path)) {
            throw new Refused.Forbidden(BuyBackPermissions.RECORD.code());
        }
        var community = household.ref().community();
        var recycler = known.recyclers().get(community);
        require(recycler != null, "recycler", "buyback-no-recycler");
        var day = requireDay(item, community, origin);
        var ref = Objects.requireNonNull(recycler).ref();
        var quote = quote(item, Objects.requireNonNull(known.prices().get(ref)), day);
        requireExpected(item, quote);
        requireDrop(item, household.ref(), quote);
        require(item.site() == null || places.findSite(community, item.site()).isPresent(), "site", "buyback-site");
        var receipt = new Receipt(
                item.id(),
                ref,
                recycler.name(),
                YearMonth.from(day),
                0,
                household.ref(),
                item.site(),
                item.at().truncatedTo(ChronoUnit.MICROS),
                day,
                quote,
                item.payment(),
                item.drop(),
                null,
                null,
                "",
                actor.account(),
                origin);
        return new BuyBackStore.Draft(
                receipt, hash(actor, item), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private LocalDate requireDay(NewBuyBack item, CommunityId community, Origin origin) {
        var now = clock.instant();
        require(!item.at().isAfter(now.plus(CLOCK_SKEW)), "occurredAt", "buyback-in-future");
        var late = kinds.get(Material.PAPER.kind()).lateDays();
        require(
                origin != Origin.RECORDED || item.at().isAfter(now.minus(Duration.ofDays(late))),
                "occurredAt",
                "buyback-too-late",
                late);
        return item.at().atZone(places.getCommunity(community).zone()).toLocalDate();
    }

    private Quote quote(NewBuyBack item, List<Price> prices, LocalDate day) {
        require(!item.lines().isEmpty(), "lines", "buyback-no-lines");
        var seen = new HashSet<Material>();
        return new Quote(item.lines().stream()
                .map(line -> {
                    require(
                            seen.add(line.material()),
                            "lines",
                            "buyback-twice",
                            line.material().names());
                    return priced(line, prices, day);
                })
                .toList());
    }

    private Quote.Line priced(NewBuyBack.Weighed line, List<Price> prices, LocalDate day) {
        var material = line.material();
        var most = kinds.get(material.kind())
                .findQuantity("mass")
                .orElseThrow()
                .maximumFor(true)
                .longValueExact();
        require(
                line.massG() > 0 && line.massG() <= most * 1_000,
                "lines." + material.code(),
                "buyback-mass",
                material.names(),
                most);
        var price = PriceList.fenPerKg(prices, material, day);
        require(price.isPresent(), "lines." + material.code(), "buyback-no-price", material.names(), day.toString());
        return Quote.Line.of(material, line.massG(), price.orElseThrow());
    }

    private static void requireExpected(NewBuyBack item, Quote quote) {
        var expected = item.expectedFen();
        require(
                expected == null || expected == quote.amountFen(),
                "expectedFen",
                "buyback-expected",
                String.valueOf(expected == null ? "" : Money.yuan(expected)),
                Money.yuan(quote.amountFen()).toString());
    }

    private void requireDrop(NewBuyBack item, HouseholdRef household, Quote quote) {
        if (item.drop() == null) {
            return;
        }
        var drop = store.findDrop(household.community(), item.drop());
        require(drop.isPresent() && household.id().equals(drop.get().householdId()), "drop", "buyback-drop-unknown");
        require(drop.orElseThrow().boughtBy() == null, "drop", "buyback-drop-bought");
        require(
                quote.massG() <= drop.get().massG(),
                "drop",
                "buyback-drop-lighter",
                Money.kg(drop.get().massG()).toString());
    }

    /** A hash of what was sent and by whom: the same content under the same id is the same receipt. */
    static byte[] hash(Actor actor, NewBuyBack item) {
        var lines = item.lines().stream()
                .map(line -> line.material() + "=" + line.massG())
                .sorted()
                .collect(Collectors.joining(","));
        Instant at = item.at().truncatedTo(ChronoUnit.MICROS);
        var content = String.join(
                "|",
                String.valueOf(actor.account()),
                item.household().toString(),
                String.valueOf(item.site()),
                at.toString(),
                lines,
                item.payment().name(),
                String.valueOf(item.drop()));
        return Sha256.of(content);
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new BuyBackRefused.NotTaken(Problem.ofField(field, slug, arguments));
        }
    }
}
