package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.internal.chain.TreatmentStore;

/**
 * Receipts of treatment: what went in, what came out, what was left over. Each is a record of the kind
 * {@code waste.treatment.<class>}; a wrong one is superseded or reversed, never edited.
 */
@Service
public class Treatments {

    private static final int WORDS = 200;
    private static final int PRODUCT = 100;
    private static final int TICKET = 50;
    private static final BigDecimal MOST = BigDecimal.valueOf(200_000);

    private final Activities activities;
    private final TreatmentStore store;
    private final Facilities facilities;
    private final Places places;
    private final Clock clock;

    Treatments(Activities activities, TreatmentStore store, Facilities facilities, Places places, Clock clock) {
        this.activities = activities;
        this.store = store;
        this.facilities = facilities;
        this.places = places;
        this.clock = clock;
    }

    /** Files receipts, each with its own outcome; like {@link Collections#file}. */
    public List<Filed> file(Actor actor, List<NewTreatment> treatments) {
        return file(actor, treatments, null);
    }

    /** Takes over receipts of earlier days, marked with where they come from. */
    public List<Filed> takeOver(Actor actor, List<NewTreatment> treatments, Origin origin) {
        return file(actor, treatments, origin);
    }

    /** Receipts of a place, the latest day first. */
    @Transactional(readOnly = true)
    public Slice<Treatment> list(
            Actor actor, PlacePath at, @Nullable WasteClass wasteClass, int limit, @Nullable String after) {
        actor.require(ChainPermissions.READ, at);
        return store.list(places.communitiesAt(at), wasteClass, limit, after);
    }

    private List<Filed> file(Actor actor, List<NewTreatment> batch, @Nullable Origin origin) {
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
        var next = outcomes.iterator();
        return results.stream()
                .map(it -> it == null ? Filed.of(next.next()) : it)
                .toList();
    }

    private Submission prepare(Actor actor, NewTreatment item, boolean imported) {
        var place = places.findByCode(item.place())
                .filter(it -> it.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> new Refused.NotFound(item.place()));
        if (!imported) {
            actor.require(ChainPermissions.TREAT, place.path());
        }
        var community = Objects.requireNonNull(place.community());
        var facility = requireFacility(item, place, community);
        check(item);
        var row = new TreatmentStore.Row(community, item, hash(item), actor.account(), clock.instant());
        if (!store.keep(row)) {
            throw new ChainRefused.Conflict(item.id());
        }
        return submission(item, facility);
    }

    /** A receipt that is there already is not judged anew: facilities come and go. */
    private Facility requireFacility(NewTreatment item, Place place, CommunityId community) {
        return hash(item).equals(store.hash(community, item.id()))
                ? facilities.find(item.facility()).orElseThrow()
                : facilities.require(item.facility(), place.path(), item.wasteClass());
    }

    private static void check(NewTreatment item) {
        kg("inputKg", item.inputKg(), item.inputKg().signum() > 0);
        kg("productKg", item.productKg(), true);
        kg("residueKg", item.residueKg(), true);
        if (item.gasM3() != null) {
            kg("gasM3", item.gasM3(), true);
        }
        var out = item.productKg().add(item.residueKg());
        if (out.compareTo(item.inputKg()) > 0) {
            throw new ChainRefused.MoreOutThanIn(out, item.inputKg());
        }
        Words.atMost("product", item.product(), PRODUCT);
        Words.atMost("ticket", item.ticket(), TICKET);
        Words.atMost("note", item.note(), WORDS);
    }

    private static void kg(String field, BigDecimal value, boolean enough) {
        if (!enough || value.signum() < 0 || value.compareTo(MOST) > 0 || value.scale() > 6) {
            throw new ChainRefused.Unreadable(field, "chain-kg", MOST.toPlainString());
        }
    }

    private static Submission submission(NewTreatment item, Facility facility) {
        var quantities = new HashMap<String, Measured>();
        quantities.put("mass", new Measured(item.inputKg(), "kg"));
        quantities.put("product", new Measured(item.productKg(), "kg"));
        quantities.put("residue", new Measured(item.residueKg(), "kg"));
        quantities.put("recovered", new Measured(recoveredKg(item, facility), "kg"));
        if (item.gasM3() != null) {
            quantities.put("gas", new Measured(item.gasM3(), "m3"));
        }
        return new Submission(
                item.id(),
                "waste.treatment." + item.wasteClass().code(),
                item.place(),
                null,
                null,
                item.at(),
                Map.copyOf(quantities),
                null,
                item.facility()
                        + (item.note().isBlank() ? "" : " · " + item.note().strip()),
                item.evidence(),
                item.supersedes());
    }

    /** Recyclables and kitchen waste that were neither burnt nor buried, without the residue, which will be. */
    private static BigDecimal recoveredKg(NewTreatment item, Facility facility) {
        var counts = item.wasteClass() == WasteClass.KITCHEN || item.wasteClass() == WasteClass.RECYCLABLE;
        return counts && facility.kind().recovers() ? item.inputKg().subtract(item.residueKg()) : BigDecimal.ZERO;
    }

    private static String hash(NewTreatment item) {
        return CollectionFiling.sha256(String.join(
                "\u0001",
                item.wasteClass().code(),
                item.facility(),
                CollectionFiling.plain(item.inputKg()),
                item.product().strip(),
                CollectionFiling.plain(item.productKg()),
                CollectionFiling.plain(item.residueKg()),
                CollectionFiling.plain(item.gasM3()),
                item.ticket().strip(),
                item.note().strip(),
                String.valueOf(item.supersedes()),
                item.at().toString()));
    }
}
