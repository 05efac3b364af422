package org.zhuxi.waste.buyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.buyback.PriceStore;
import org.zhuxi.waste.internal.buyback.RecyclerStore;

/** Who buys recyclables where, who works for them, and what they pay. Names and prices are public. */
@Service
public class Recyclers {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PHONE = 40;
    private static final long HIGHEST_PRICE_FEN = 1_000_000;

    private final RecyclerStore store;
    private final PriceStore prices;
    private final Places places;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Recyclers(
            RecyclerStore store,
            PriceStore prices,
            Places places,
            Accounts accounts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.prices = prices;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** Adds a recycler that works in a community from today on. */
    @Transactional
    public Recycler add(Actor actor, CommunityId community, String name, String phone, Origin origin) {
        var where = places.getCommunity(community);
        actor.require(BuyBackPermissions.MANAGE, where.path());
        require(!name.isBlank() && name.strip().length() <= LONGEST_NAME, "name", "recycler-name", LONGEST_NAME);
        require(phone.strip().length() <= LONGEST_PHONE, "phone", "recycler-phone", LONGEST_PHONE);
        var ref = new RecyclerRef(community, Ids.next());
        var recycler = new Recycler(ref, name.strip(), phone.strip(), today(where), null, origin);
        if (!store.insert(recycler)) {
            throw new BuyBackRefused.RecyclerExists(recycler.name());
        }
        audit(actor, "recycler.added", recycler, where.path(), recycler.name());
        return recycler;
    }

    /** Lets a person weigh and pay for a recycler; the person needs the role of a recycler in the place as well. */
    @Transactional
    public void engage(Actor actor, RecyclerRef ref, String username) {
        var recycler = managed(actor, ref);
        var account = accountOf(username.strip());
        if (!store.engage(ref, account, username.strip(), actor.account(), clock.instant())) {
            throw new BuyBackRefused.PersonEngaged(username.strip());
        }
        auditPerson(actor, "recycler.engaged", username.strip(), recycler);
    }

    private UUID accountOf(String username) {
        try {
            return accounts.actorOf(username).account();
        } catch (Refused unknown) {
            throw new WasteRefused.Unreadable("username", "recycler-person-unknown", username);
        }
    }

    /** Ends that a person works for a recycler; the receipts stay. */
    @Transactional
    public void dismiss(Actor actor, RecyclerRef ref, String username) {
        var recycler = managed(actor, ref);
        if (!store.dismiss(ref, username)) {
            throw new Refused.NotFound(username);
        }
        auditPerson(actor, "recycler.dismissed", username, recycler);
    }

    /** User names of those who work for a recycler, for those who manage it. */
    @Transactional(readOnly = true)
    public List<String> people(Actor actor, RecyclerRef ref) {
        actor.require(BuyBackPermissions.READ, pathOf(ref));
        return store.people(ref);
    }

    /**
     * Sets prices from a day on: tomorrow or later, today where the material had no price yet. What was valid before stays
     * known for ever.
     */
    @Transactional
    public void setPrices(Actor actor, RecyclerRef ref, List<Price> wanted) {
        var recycler = managed(actor, ref);
        store.lock(ref);
        var today = today(places.getCommunity(ref.community()));
        var known = listPrices(List.of(ref)).getOrDefault(ref, List.of());
        for (var price : wanted) {
            requireOpen(price, known, today);
            var fen = price.fenPerKg();
            require(fen == null || (fen >= 0 && fen <= HIGHEST_PRICE_FEN), "fenPerKg", "buyback-price-range");
        }
        prices.insert(ref, wanted, actor.account(), clock.instant());
        wanted.forEach(price -> audit(
                actor,
                "recycler.price",
                recycler,
                pathOf(ref),
                price.material().code() + " " + price.validFrom() + " " + price.fenPerKg()));
    }

    private static void requireOpen(Price price, List<Price> known, LocalDate today) {
        var before =
                known.stream().filter(it -> it.material() == price.material()).toList();
        var earliest = before.isEmpty() ? LocalDate.MIN : today.plusDays(1);
        var isTaken = before.stream().anyMatch(it -> it.validFrom().equals(price.validFrom()));
        if (price.validFrom().isBefore(earliest) || isTaken) {
            throw new BuyBackRefused.PriceFixed(price.material(), price.validFrom(), today.plusDays(1));
        }
    }

    @Transactional(readOnly = true)
    public Recycler get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Recyclers at or below a place. */
    @Transactional(readOnly = true)
    public List<Recycler> list(PlacePath at) {
        return store.list(places.communitiesAt(at).stream().map(Community::id).toList());
    }

    /** For whom this person weighs and pays; at most one recycler a community. The role of a recycler is needed. */
    @Transactional(readOnly = true)
    public List<Recycler> ofActor(Actor actor) {
        if (!actor.mayAnywhere(BuyBackPermissions.RECORD)) {
            throw new Refused.Forbidden(BuyBackPermissions.RECORD.code());
        }
        return employers(actor);
    }

    /** The same for judging what was sent, where the role is asked for receipt by receipt. */
    List<Recycler> employers(Actor actor) {
        return store.ofAccount(actor.account());
    }

    /** All prices a recycler has set, by material and the newest first; public. */
    @Transactional(readOnly = true)
    public List<Price> prices(RecyclerRef ref) {
        return listPrices(List.of(ref)).getOrDefault(ref, List.of());
    }

    /** What each recycler pays on a day, in the order of materials; public. */
    @Transactional(readOnly = true)
    public Map<RecyclerRef, List<Price>> pricesOn(List<RecyclerRef> refs, LocalDate day) {
        var on = new HashMap<RecyclerRef, List<Price>>();
        listPrices(refs).forEach((ref, all) -> on.put(ref, PriceList.on(all, day)));
        return on;
    }

    /** Today in the recycler's community. */
    @Transactional(readOnly = true)
    public LocalDate today(RecyclerRef ref) {
        return today(places.getCommunity(ref.community()));
    }

    private Map<RecyclerRef, List<Price>> listPrices(List<RecyclerRef> refs) {
        var all = new LinkedHashMap<RecyclerRef, List<Price>>();
        prices.list(refs)
                .forEach(row -> all.computeIfAbsent(row.recycler(), any -> new ArrayList<>())
                        .add(row.price()));
        return all;
    }

    private Recycler managed(Actor actor, RecyclerRef ref) {
        actor.require(BuyBackPermissions.MANAGE, pathOf(ref));
        return get(ref.id());
    }

    private LocalDate today(Community community) {
        return clock.instant().atZone(community.zone()).toLocalDate();
    }

    private PlacePath pathOf(RecyclerRef ref) {
        return places.getCommunity(ref.community()).path();
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }

    /** The person is what it is about: the audit keeps user names as ids. */
    private void auditPerson(Actor actor, String action, String username, Recycler recycler) {
        events.publishEvent(new Audited(
                actor,
                action,
                username,
                pathOf(recycler.ref()),
                recycler.ref().id().toString()));
    }

    private void audit(Actor actor, String action, Recycler recycler, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, recycler.ref().id().toString(), path, detail));
    }
}
