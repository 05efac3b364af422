package org.zhuxi.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.internal.Audience;
import org.zhuxi.notice.internal.FirstDays;
import org.zhuxi.notice.internal.NoticeStore;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Notices of a community (公告): drafted, published, withdrawn; never deleted. */
@Service
public class Notices {

    private static final int REASON = 200;

    private final NoticeStore store;
    private final Audience audience;
    private final FirstDays firstDays;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(
            NoticeStore store,
            Audience audience,
            FirstDays firstDays,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.audience = audience;
        this.firstDays = firstDays;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a draft. The same id sent again is answered with what is there.
     *
     * @throws NoticeRefused when a field is wrong
     */
    @Transactional
    public Notice draft(Actor actor, UUID id, NewNotice words, Origin origin) {
        var place = audience.of(words.place());
        actor.require(NoticePermissions.MANAGE, place.path());
        words.check();
        if (store.insert(place.community(), id, place.path(), words, actor.account(), clock.instant(), origin)) {
            audit(actor, "notice.drafted", id, place.path(), words.titleZh());
        }
        return get(actor, id);
    }

    /**
     * Changes a draft or a published notice; how it stood before is kept.
     *
     * @param version the one the writer saw
     * @throws NoticeRefused.Changed when it has changed since
     * @throws NoticeRefused.Moved when it was withdrawn
     */
    @Transactional
    public Notice edit(Actor actor, UUID id, int version, NewNotice words) {
        var before = get(actor, id);
        var place = audience.of(words.place());
        actor.require(NoticePermissions.MANAGE, place.path());
        words.check();
        if (before.state() == Notice.State.WITHDRAWN) {
            throw new NoticeRefused.Moved();
        }
        if (!place.community().equals(before.community())) {
            throw new NoticeRefused.NoAudience();
        }
        if (!store.update(before.community(), id, version, place.path(), words, actor.account(), clock.instant())) {
            throw new NoticeRefused.Changed();
        }
        audit(actor, "notice.changed", id, place.path(), words.titleZh());
        return get(actor, id);
    }

    /** Publishes a draft; the people it is for are told when it is first shown. Published again it stays as it is. */
    @Transactional
    public Notice publish(Actor actor, UUID id) {
        var notice = get(actor, id);
        if (notice.state() == Notice.State.WITHDRAWN) {
            throw new NoticeRefused.Moved();
        }
        if (store.publish(notice, actor.account(), clock.instant())) {
            audit(
                    actor,
                    "notice.published",
                    id,
                    notice.audience(),
                    notice.title().zh());
            firstDays.tell(notice.community(), id);
        }
        return get(actor, id);
    }

    /** Takes a notice from all pages; it stays in the list with its reason. */
    @Transactional
    public Notice withdraw(Actor actor, UUID id, String reason) {
        var notice = get(actor, id);
        var words = reason.strip();
        if (words.isEmpty() || words.length() > REASON || words.indexOf('\0') >= 0) {
            throw new NoticeRefused.Length("reason", 1, REASON);
        }
        if (!store.withdraw(notice, words, actor.account(), clock.instant())) {
            throw new NoticeRefused.Moved();
        }
        audit(actor, "notice.withdrawn", id, notice.audience(), words);
        return get(actor, id);
    }

    /** Any notice, for those who may write it. */
    @Transactional(readOnly = true)
    public Notice get(Actor actor, UUID id) {
        var notice = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(NoticePermissions.MANAGE, notice.audience());
        return notice;
    }

    /** How it stood before, the latest first. */
    @Transactional(readOnly = true)
    public List<NoticeVersion> history(Actor actor, UUID id) {
        return store.versions(get(actor, id));
    }

    /**
     * Notices for places at or below one, the latest draft first.
     *
     * @param state null for all
     * @param words part of a title or text; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<Notice> list(
            Actor actor, PlacePath at, Notice.@Nullable State state, String words, int limit, @Nullable UUID after) {
        actor.require(NoticePermissions.MANAGE, at);
        var communities =
                places.communitiesAt(at).stream().map(one -> one.id().value()).toList();
        return Slice.of(
                store.list(communities, at, state, words.strip(), limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** What a community shows to everybody today: the notices for all of it, pinned ones first. */
    @Transactional(readOnly = true)
    public Slice<Notice> open(CommunityId community, int limit, @Nullable String after) {
        return store.open(community, places.getCommunity(community).path(), today(community), limit, after);
    }

    /** A notice that everybody may read today. */
    @Transactional(readOnly = true)
    public Notice getOpen(CommunityId community, UUID id) {
        var path = places.getCommunity(community).path();
        return store.find(id)
                .filter(it -> it.community().equals(community)
                        && it.audience().equals(path)
                        && it.isShownOn(today(community)))
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    /** What is shown today where the actor's own households live, pinned ones first. */
    @Transactional(readOnly = true)
    public Slice<Notice> mine(Actor actor, int limit, @Nullable String after) {
        actor.account();
        var homes = places.findHouseholds(actor.households()).values().stream().toList();
        if (homes.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var today = homes.stream()
                .map(Household::ref)
                .map(HouseholdRef::community)
                .map(this::today)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return store.mine(homes, today, limit, after);
    }

    private LocalDate today(CommunityId community) {
        return LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
    }

    private void audit(Actor actor, String action, UUID id, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, id.toString(), path, detail));
    }
}
