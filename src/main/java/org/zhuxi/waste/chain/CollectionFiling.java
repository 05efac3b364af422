package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.internal.chain.CollectionStore;

/**
 * Files collections: checks each item, keeps its details, then the record under the same id. Details without a record are
 * never shown nor counted, and sending the same again completes them.
 */
@Component
class CollectionFiling {

    private static final int DRIVER = 50;
    private static final int WORDS = 200;
    private static final BigDecimal MOST_KG = BigDecimal.valueOf(20_000);

    private final Activities activities;
    private final CollectionStore store;
    private final Vehicles vehicles;
    private final Facilities facilities;
    private final ChainRules rules;
    private final Places places;
    private final Clock clock;

    CollectionFiling(
            Activities activities,
            CollectionStore store,
            Vehicles vehicles,
            Facilities facilities,
            ChainRules rules,
            Places places,
            Clock clock) {
        this.activities = activities;
        this.store = store;
        this.vehicles = vehicles;
        this.facilities = facilities;
        this.rules = rules;
        this.places = places;
        this.clock = clock;
    }

    List<Filed> file(Actor actor, List<NewCollection> batch, @Nullable Origin origin) {
        var results = new ArrayList<@Nullable Filed>();
        var submissions = new ArrayList<Submission>();
        for (var item : batch) {
            try {
                submissions.add(prepare(actor, item, origin != null));
                results.add(null);
            } catch (Refused refused) {
                results.add(Filed.rejected(item.id(), refused.problem()));
            }
        }
        var outcomes = origin == null
                ? activities.record(actor, submissions)
                : activities.takeOver(actor, submissions, origin);
        outcomes.stream()
                .filter(it -> it.status() == Outcome.Status.REJECTED)
                .forEach(it -> store.forget(it.id(), actor.account()));
        receiveAll(actor, batch, outcomes);
        var next = outcomes.iterator();
        return results.stream()
                .map(it -> it == null ? Filed.of(next.next()) : it)
                .toList();
    }

    private Submission prepare(Actor actor, NewCollection item, boolean imported) {
        var place = places.findByCode(item.place()).orElseThrow(() -> new Refused.NotFound(item.place()));
        var community = place.community();
        if (place.kind() != PlaceKind.COMMUNITY || community == null) {
            throw new Refused.NotFound(item.place());
        }
        if (!imported) {
            actor.require(ChainPermissions.COLLECT, place.path());
        }
        var known = store.hash(community, item.id());
        var row = row(actor, item, place, community, known);
        if (!store.keep(row)) {
            throw new ChainRefused.Conflict(item.id());
        }
        return submission(item, row);
    }

    private CollectionStore.Row row(
            Actor actor, NewCollection item, Place place, CommunityId community, @Nullable String known) {
        // a collection that is there already is not judged anew: vehicles and facilities come and go
        var hash = hash(item);
        if (known == null || !known.equals(hash)) {
            vehicles.require(item.plate(), place.path(), item.wasteClass());
            facilities.require(item.facility(), place.path(), item.wasteClass());
            requireStations(item, place);
        }
        var net = net(item);
        if (item.receipt() != null) {
            checked(item.receipt(), net, rules);
        }
        return new CollectionStore.Row(
                community,
                item,
                Vehicles.plate(item.plate()),
                Words.require("driver", item.driver(), DRIVER),
                net,
                Words.atMost("note", item.note(), WORDS),
                hash,
                actor.account(),
                clock.instant());
    }

    private BigDecimal net(NewCollection item) {
        if (item.load() instanceof Load.Weighed(var weighing, var gross, var tare, var netKg)) {
            var agree = (gross == null && tare == null)
                    || (gross != null && tare != null && gross.subtract(tare).compareTo(netKg) == 0);
            if (!agree) {
                throw new ChainRefused.Unreadable("netKg", "gross-tare-net");
            }
        }
        if (item.load() instanceof Load.Bins(var bins, var litres)
                && (bins < 1 || bins > 500 || !rules.binLitres().contains(litres))) {
            throw new ChainRefused.Unreadable(
                    "bins", "bins-unreadable", rules.binLitres().toString());
        }
        return positive("netKg", item.load().netKg(rules.kgPerM3(item.wasteClass())));
    }

    private void requireStations(NewCollection item, Place place) {
        var known = places.sitesAt(place.path(), Stations.SITE_TYPE).stream()
                .map(Site::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (item.stations().isEmpty() || !known.containsAll(item.stations())) {
            throw new ChainRefused.StationUnknown();
        }
    }

    private Submission submission(NewCollection item, CollectionStore.Row row) {
        var quantities = new HashMap<String, Measured>();
        quantities.put("mass", new Measured(row.netKg(), "kg"));
        if (item.load() instanceof Load.Bins(var bins, var litres)) {
            quantities.put("bins", new Measured(BigDecimal.valueOf(bins), "1"));
        }
        return new Submission(
                item.id(),
                "waste.collection." + item.wasteClass().code(),
                item.place(),
                null,
                item.stations().getFirst(),
                item.at(),
                Map.copyOf(quantities),
                null,
                "%s → %s%s".formatted(row.plate(), item.facility(), row.note().isEmpty() ? "" : " · " + row.note()),
                item.evidence(),
                item.supersedes());
    }

    /** What destinations say at once follows its record; sent again it is said again, and the first word stands. */
    private void receiveAll(Actor actor, List<NewCollection> batch, List<Outcome> outcomes) {
        var kept = outcomes.stream()
                .filter(it -> it.problem() == null)
                .map(Outcome::id)
                .collect(Collectors.toSet());
        batch.stream()
                .filter(item -> kept.contains(item.id()) && item.receipt() != null)
                .forEach(item -> store.receive(
                        Objects.requireNonNull(
                                places.findByCode(item.place()).orElseThrow().community()),
                        item.id(),
                        checked(Objects.requireNonNull(item.receipt()), net(item), rules),
                        actor.account(),
                        clock.instant()));
    }

    /** The receipt, if its difference is small or explained. */
    static NewReceipt checked(NewReceipt receipt, BigDecimal sentKg, ChainRules rules) {
        var received = positive("receivedKg", receipt.receivedKg());
        var words = Words.atMost("explanation", receipt.explanation(), WORDS);
        if (words.isEmpty() && rules.isBeyondTolerance(sentKg, received)) {
            throw new ChainRefused.DifferenceUnexplained(sentKg, received);
        }
        return new NewReceipt(received, words);
    }

    static BigDecimal positive(String field, BigDecimal kg) {
        if (kg.signum() <= 0 || kg.compareTo(MOST_KG) > 0 || kg.scale() > 6) {
            throw new ChainRefused.Unreadable(field, "chain-kg", MOST_KG.toPlainString());
        }
        return kg;
    }

    private static String hash(NewCollection item) {
        var load = switch (item.load()) {
            case Load.Weighed(var weighing, var gross, var tare, var net) ->
                weighing + "/" + plain(gross) + "/" + plain(tare) + "/" + plain(net);
            case Load.Bins(var bins, var litres) -> bins + "x" + litres;
        };
        return sha256(String.join(
                "\u0001",
                item.wasteClass().code(),
                item.stations().stream().sorted().toList().toString(),
                Vehicles.plate(item.plate()),
                item.driver().strip(),
                item.facility(),
                load,
                item.receipt() == null ? "" : plain(item.receipt().receivedKg()),
                item.note().strip(),
                String.valueOf(item.supersedes()),
                item.at().toString()));
    }

    static String plain(@Nullable BigDecimal kg) {
        return kg == null ? "" : kg.stripTrailingZeros().toPlainString();
    }

    static String sha256(String text) {
        return Sha256.hex(text);
    }
}
