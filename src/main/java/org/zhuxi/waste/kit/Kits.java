package org.zhuxi.waste.kit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.kit.BagStore;
import org.zhuxi.waste.internal.kit.KitStore;

/** Batches of bags and kits: ordered, received, in stock, their codes to print, and what was given out of them. */
@Service
public class Kits {

    private static final int MOST_CODES = 100_000;
    private static final int LONGEST_LABEL = 60;

    private final KitStore store;
    private final BagStore bags;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Kits(KitStore store, BagStore bags, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.bags = bags;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** Orders so many bags or kits; their codes are fixed from now on and can be printed. */
    @Transactional
    public KitBatch order(Actor actor, CommunityId community, KitItem item, String label, int codes, Origin origin) {
        var path = managed(actor, community);
        require(!label.isBlank() && label.strip().length() <= LONGEST_LABEL, "label", "kit-label", LONGEST_LABEL);
        require(codes >= 1 && codes <= MOST_CODES, "codes", "kit-codes", MOST_CODES);
        var first = store.lock(community);
        if (first + codes > BagCode.LARGEST_SERIAL) {
            throw new KitRefused.NumbersUsedUp();
        }
        store.advance(community, first + codes);
        var batch = new KitBatch(
                community,
                Ids.next(),
                item,
                label.strip(),
                new BagCode(community.value(), first),
                codes,
                KitBatch.State.ORDERED,
                0,
                0,
                0,
                clock.instant(),
                origin);
        store.insert(batch, actor.account());
        audit(actor, "kit.ordered", batch, path, codes + " " + item);
        return batch;
    }

    /** Takes a batch into the store; when fewer arrive than were ordered, the last codes stay unused. */
    @Transactional
    public void receive(Actor actor, UUID id, int received) {
        var batch = find(id);
        var path = managed(actor, batch.community());
        require(received >= 1 && received <= batch.codes(), "received", "kit-received", batch.codes());
        close(actor, batch, KitBatch.State.RECEIVED, received);
        audit(actor, "kit.received", batch, path, received + " of " + batch.codes());
    }

    /** Cancels an order; its codes are never used. */
    @Transactional
    public void cancel(Actor actor, UUID id) {
        var batch = find(id);
        var path = managed(actor, batch.community());
        close(actor, batch, KitBatch.State.CANCELLED, 0);
        audit(actor, "kit.cancelled", batch, path, batch.label());
    }

    private void close(Actor actor, KitBatch batch, KitBatch.State state, int received) {
        if (!store.close(batch, state, received, actor.account(), clock.instant())) {
            throw new KitRefused.BatchClosed(batch.label());
        }
    }

    /** A batch with what is left of it. */
    @Transactional(readOnly = true)
    public KitBatch get(Actor actor, UUID id) {
        var batch = find(id);
        actor.require(
                KitPermissions.GIVE, places.getCommunity(batch.community()).path());
        return batch;
    }

    /** A community's batches, the latest first. */
    @Transactional(readOnly = true)
    public Slice<KitBatch> list(Actor actor, CommunityId community, int limit, @Nullable String after) {
        actor.require(KitPermissions.GIVE, places.getCommunity(community).path());
        var rows = store.batches(community, limit + 1, number(after, Long.MAX_VALUE));
        return Slice.of(rows, limit, batch -> Long.toString(batch.first().serial()));
    }

    /** The codes of a batch to print, so many from an offset on. */
    @Transactional(readOnly = true)
    public List<BagCode> codes(Actor actor, UUID id, int from, int count) {
        var batch = find(id);
        managed(actor, batch.community());
        var end = Math.min(batch.codes(), from + (long) count);
        return LongStream.range(Math.max(0, from), end)
                .mapToObj(batch.first()::plus)
                .toList();
    }

    /** What households of a community were given, in order of codes; audited. */
    @Transactional
    public Slice<KitIssue> issues(Actor actor, CommunityId community, int limit, @Nullable String after) {
        var path = places.getCommunity(community).path();
        actor.require(KitPermissions.TRACE, path);
        var rows = bags.issues(community, limit + 1, number(after, 0));
        var slice = Slice.of(rows, limit, issue -> Long.toString(issue.first().serial()));
        events.publishEvent(
                new Audited(actor, "kit.list", path.value(), path, slice.items().size() + " households"));
        return slice;
    }

    private static long number(@Nullable String after, long otherwise) {
        if (after == null || after.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new Refused.NotFound(after);
        }
    }

    private KitBatch find(UUID id) {
        return store.findBatch(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private PlacePath managed(Actor actor, CommunityId community) {
        var path = places.getCommunity(community).path();
        actor.require(KitPermissions.MANAGE, path);
        return path;
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }

    private void audit(Actor actor, String action, KitBatch batch, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, batch.id().toString(), path, detail));
    }
}
