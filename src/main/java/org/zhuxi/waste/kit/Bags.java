package org.zhuxi.waste.kit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.kit.BagStore;
import org.zhuxi.waste.internal.kit.KitStore;

/** Single codes: giving them to households, whom they stand for, declaring them void, tracing a bag. */
@Service
public class Bags {

    private static final int MOST_EACH = 500;
    private static final int MOST_HOUSEHOLDS = 1_000;
    private static final int LONGEST_REASON = 200;

    private final BagStore store;
    private final KitStore batches;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Bags(BagStore store, KitStore batches, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.batches = batches;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Gives each household so many codes, from a first one on, in the order of the households. The same id again is the same
     * handing out.
     *
     * @param id made by the client
     * @return whether it had been done before
     */
    @Transactional
    public boolean give(Actor actor, UUID id, BagCode first, int each, List<Household> households, Origin origin) {
        var community = new CommunityId(first.community());
        require(each >= 1 && each <= MOST_EACH, "count", "bag-count", MOST_EACH);
        require(!households.isEmpty() && households.size() <= MOST_HOUSEHOLDS, "card", "bag-nobody");
        for (var household : households) {
            if (!household.ref().community().equals(community)) {
                throw new KitRefused.Elsewhere("first", first.printed());
            }
            actor.require(KitPermissions.GIVE, household.path());
        }
        batches.lock(community);
        if (!store.issuesOf(community, id).isEmpty()) {
            return true;
        }
        var batch = requireInStore(first, (long) each * households.size());
        var refs = households.stream().map(household -> household.ref().id()).toList();
        store.issue(batch, first, each, refs, new BagStore.Issuing(id, actor.account(), clock.instant(), origin));
        var path = places.getCommunity(community).path();
        events.publishEvent(new Audited(
                actor, "kit.given", first.printed(), path, households.size() + " x " + each + " " + batch.item()));
        return false;
    }

    private KitBatch requireInStore(BagCode first, long count) {
        var batch = batches.findBatch(first)
                .filter(it -> it.state() == KitBatch.State.RECEIVED)
                .orElseThrow(() -> new KitRefused.Unknown("first", first.printed()));
        var left = batch.first().serial() + batch.received() - first.serial();
        if (count > left) {
            throw new KitRefused.NotEnough(count, Math.max(0, left));
        }
        store.issuesBetween(batch.community(), first.serial(), first.serial() + count - 1).stream()
                .findFirst()
                .ifPresent(taken -> {
                    throw new KitRefused.GivenAlready(
                            taken.first().serial() < first.serial()
                                    ? first.printed()
                                    : taken.first().printed());
                });
        return batch;
    }

    /** The first code of a batch that has not been given out; empty when none is left. */
    @Transactional(readOnly = true)
    public Optional<BagCode> nextInStore(KitBatch batch) {
        var next = batch.first().serial();
        var end = batch.first().serial() + batch.received() - 1;
        for (var taken = store.issuesBetween(batch.community(), next, end);
                !taken.isEmpty() && next <= end;
                taken = store.issuesBetween(batch.community(), next, end)) {
            var issue = taken.getFirst();
            if (issue.first().serial() > next) {
                break;
            }
            next = issue.first().serial() + issue.codes();
        }
        return next <= end ? Optional.of(new BagCode(batch.first().community(), next)) : Optional.empty();
    }

    /** Those who have been given an item of this sort already. */
    @Transactional(readOnly = true)
    public List<UUID> supplied(CommunityId community, KitItem item) {
        return store.supplied(community, item);
    }

    /**
     * The household a bag stands for at a station of this community.
     *
     * @throws KitRefused when it is unknown, void, not given out, or of another community
     */
    @Transactional(readOnly = true)
    public HouseholdRef holder(CommunityId community, BagCode code) {
        var printed = code.printed();
        if (code.community() != community.value()) {
            throw new KitRefused.Elsewhere("card", printed);
        }
        store.findVoid(code).ifPresent(reason -> {
            throw new KitRefused.IsVoid("card", printed, reason);
        });
        return store.issuesBetween(community, code.serial(), code.serial()).stream()
                .findFirst()
                .map(KitIssue::household)
                .orElseThrow(() -> batches.findBatch(code).isPresent()
                        ? new KitRefused.NotGivenOut("card", printed)
                        : new KitRefused.Unknown("card", printed));
    }

    /** Makes a code stand for nobody from now on. */
    @Transactional
    public void declareVoid(Actor actor, BagCode code, VoidReason reason) {
        var path = managed(actor, code);
        if (batches.findBatch(code).isEmpty()) {
            throw new KitRefused.Unknown("code", code.printed());
        }
        if (store.declareVoid(code, reason, actor.account(), clock.instant())) {
            events.publishEvent(new Audited(actor, "kit.void", code.printed(), path, reason.name()));
        }
    }

    /** Takes that back: the code stands for its household again. */
    @Transactional
    public void restore(Actor actor, BagCode code) {
        var path = managed(actor, code);
        if (!store.takeVoidBack(code)) {
            throw new KitRefused.Unknown("code", code.printed());
        }
        events.publishEvent(new Audited(actor, "kit.restored", code.printed(), path, ""));
    }

    /** Which household was given a bag, void or not; asked for with a reason and audited. */
    @Transactional
    public Trace trace(Actor actor, BagCode code, String reason) {
        var community = new CommunityId(code.community());
        var path = pathOf(code);
        actor.require(KitPermissions.TRACE, path);
        require(
                !reason.isBlank() && reason.strip().length() <= LONGEST_REASON,
                "reason",
                "bag-trace-reason",
                LONGEST_REASON);
        var issue = store.issuesBetween(community, code.serial(), code.serial()).stream()
                .findFirst()
                .orElseThrow(() -> batches.findBatch(code).isPresent()
                        ? new KitRefused.NotGivenOut("code", code.printed())
                        : new KitRefused.Unknown("code", code.printed()));
        events.publishEvent(new Audited(actor, "kit.traced", code.printed(), path, reason.strip()));
        events.publishEvent(Audited.look(actor, issue.household().id(), path, "bag " + code.printed()));
        var household = places.findHouseholds(List.of(issue.household()))
                .get(issue.household().id());
        return new Trace(
                code,
                issue,
                household == null ? "" : household.label(),
                store.findVoid(code).orElse(null));
    }

    /**
     * Where a bag leads.
     *
     * @param door of the household, empty when it is not in the register any more
     */
    public record Trace(
            BagCode code,
            KitIssue issue,
            String door,
            @org.jspecify.annotations.Nullable VoidReason voided) {}

    private PlacePath managed(Actor actor, BagCode code) {
        var path = pathOf(code);
        actor.require(KitPermissions.MANAGE, path);
        return path;
    }

    private PlacePath pathOf(BagCode code) {
        try {
            return places.getCommunity(new CommunityId(code.community())).path();
        } catch (Refused.NotFound nowhere) {
            throw new KitRefused.Unknown("code", code.printed());
        }
    }

    private static void require(boolean kept, String field, String slug, Object... arguments) {
        if (!kept) {
            throw new WasteRefused.Unreadable(field, slug, arguments);
        }
    }
}
