package org.zhuxi.compost;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.Accounts;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.TeamStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/**
 * Who belongs to the team of a site, for those who manage sites. The list gives no rights: whether a member may keep the log follows
 * from roles, and the list tells it.
 */
@Service
public class CompostTeam {

    private static final int USERNAME = 40;

    private final TeamStore store;
    private final CompostSites sites;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostTeam(TeamStore store, CompostSites sites, Accounts accounts, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.sites = sites;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** Present members first, then former ones, the latest first. */
    @Transactional(readOnly = true)
    public List<TeamMember> list(Actor actor, UUID siteId) {
        var site = led(actor, siteId);
        var path = sites.pathOf(site.ref());
        return store.list(site.ref()).stream()
                .map(row -> {
                    var person = accounts.findActor(row.accountId());
                    return new TeamMember(
                            row.id(),
                            row.accountId(),
                            person.map(Actor::name).orElse(""),
                            row.part(),
                            row.since(),
                            row.until(),
                            person.stream().anyMatch(it -> it.may(CompostPermissions.LOG, path)),
                            row.origin());
                })
                .toList();
    }

    private CompostSite led(Actor actor, UUID siteId) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.MANAGE, sites.pathOf(site.ref()));
        return site;
    }

    /**
     * Takes somebody with an account into the team; the same id with the same content again changes nothing.
     *
     * @param username user name or phone number
     * @param since first day, neither in the future nor before the site began nor before the person last left the team
     * @throws CompostRefused.Unreadable when nobody has this user name, or the day cannot be
     * @throws CompostRefused.InTeam when the person belongs to it already
     * @throws CompostRefused.Conflict when other content stands under the id
     */
    @Transactional
    public void take(
            Actor actor, UUID siteId, UUID id, String username, TeamPart part, LocalDate since, Origin origin) {
        var site = led(actor, siteId);
        var person = personOf(Typed.words("username", username, USERNAME));
        requireDay("since", since, site.startedOn());
        var row = new TeamStore.Row(id, person.account(), part, since, null, origin);
        store.lock(site.ref());
        var before = store.find(site.ref(), id);
        if (before.isPresent()) {
            if (!before.get().isSameAs(row)) {
                throw new CompostRefused.Conflict(id);
            }
            return;
        }
        store.lastOf(site.ref(), person.account()).ifPresent(last -> requireAfter(last, since, person));
        if (!store.insert(site.ref(), row, actor.account(), clock.instant())) {
            throw new CompostRefused.Conflict(id);
        }
        events.publishEvent(
                new Audited(actor, "compost.team.taken", id.toString(), sites.pathOf(site.ref()), part.name()));
    }

    private Actor personOf(String username) {
        try {
            return accounts.actorOf(username);
        } catch (Refused unknown) {
            throw new CompostRefused.Unreadable("username", "compost-person-unknown", username);
        }
    }

    private void requireDay(String field, LocalDate day, LocalDate earliest) {
        if (day.isAfter(EntryChecks.today(clock))) {
            throw new CompostRefused.Unreadable(field, "compost-team-future");
        }
        if (day.isBefore(earliest)) {
            throw new CompostRefused.Unreadable(field, "compost-team-early", earliest);
        }
    }

    private static void requireAfter(TeamStore.Row last, LocalDate since, Actor person) {
        var until = last.until();
        if (until == null) {
            throw new CompostRefused.InTeam(person.name(), last.since());
        }
        if (since.isBefore(until)) {
            throw new CompostRefused.Unreadable("since", "compost-team-early", until);
        }
    }

    /**
     * Ends that somebody belongs to the team; what was logged stays.
     *
     * @param until last day, neither in the future nor before the first
     * @throws CompostRefused.LeftTeam when it ended before
     */
    @Transactional
    public void end(Actor actor, UUID siteId, UUID member, LocalDate until) {
        var site = led(actor, siteId);
        var row = store.find(site.ref(), member).orElseThrow(() -> new Refused.NotFound(member));
        requireDay("until", until, row.since());
        if (!store.end(site.ref(), member, until, actor.account(), clock.instant())) {
            throw new CompostRefused.LeftTeam();
        }
        events.publishEvent(new Audited(
                actor, "compost.team.ended", member.toString(), sites.pathOf(site.ref()), until.toString()));
    }
}
