package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.GatheringStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** Lessons, workdays and visits at a site: what the benefit report tells of people and hours. */
@Service
public class CompostGatherings {

    private static final int MOST_PEOPLE = 100_000;
    private static final BigDecimal FEWEST_HOURS = new BigDecimal("0.1");
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24);
    private static final int WORDS = 200;
    private static final int LINK = 300;
    private static final int REASON = 300;

    private final GatheringStore store;
    private final CompostSites sites;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostGatherings(GatheringStore store, CompostSites sites, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.sites = sites;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes one; the same id with the same content again changes nothing.
     *
     * @throws CompostRefused.Conflict when other content stands under the id
     * @throws CompostRefused.Unreadable when the day is in the future or before the site began
     */
    @Transactional
    public void record(Actor actor, UUID siteId, Gathering gathering) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.LOG, sites.pathOf(site.ref()));
        Typed.within("people", gathering.people(), 1, MOST_PEOPLE);
        Typed.within("hours", gathering.hours(), FEWEST_HOURS, MOST_HOURS);
        Typed.exact("hours", gathering.hours());
        Typed.optional("words", gathering.words(), WORDS);
        if (!Typed.optional("link", gathering.link(), LINK).isEmpty()
                && !gathering.link().matches("https?://\\S+")) {
            throw new CompostRefused.Unreadable("link", "compost-link");
        }
        if (gathering.day().isAfter(EntryChecks.today(clock))) {
            throw new CompostRefused.Unreadable("day", "compost-future");
        }
        if (gathering.day().isBefore(site.startedOn())) {
            throw new CompostRefused.Unreadable("day", "compost-too-old", site.startedOn());
        }
        var hash = EntryChecks.sha256(siteId + gathering.toString());
        if (!store.insert(site.ref(), gathering, hash, actor.account(), clock.instant())
                && !store.hash(site.ref(), gathering.id()).equals(hash)) {
            throw new CompostRefused.Conflict(gathering.id());
        }
    }

    /** Makes one count no more. @throws CompostRefused.TakenBack when it does not already */
    @Transactional
    public void takeBack(Actor actor, UUID siteId, UUID gathering, String reason) {
        var site = sites.get(siteId);
        var path = sites.pathOf(site.ref());
        actor.require(CompostPermissions.LOG, path);
        var why = Typed.words("reason", reason, REASON);
        if (store.find(site.ref(), gathering).isEmpty()) {
            throw new Refused.NotFound(gathering);
        }
        if (!store.takeBack(site.ref(), gathering, why, actor.account(), clock.instant())) {
            throw new CompostRefused.TakenBack();
        }
        events.publishEvent(new Audited(actor, "compost.gathering.taken-back", gathering.toString(), path, why));
    }

    /** Those of a site and year, the latest first; for those who may read the log. */
    @Transactional(readOnly = true)
    public List<Gathering> list(Actor actor, UUID siteId, int year) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.READ, sites.pathOf(site.ref()));
        return store.list(site.ref(), year);
    }
}
