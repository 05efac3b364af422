package org.zhuxi.waste.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.team.TeamStore;

/** Who belongs to a community's green action team, and what the team did in a month. */
@Service
public class Team {

    private final TeamStore store;
    private final Places places;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Team(TeamStore store, Places places, Accounts accounts, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** Takes somebody with an account into the team, or gives another part. */
    @Transactional
    public void take(Actor actor, CommunityId community, String username, Part part, Origin origin) {
        var path = led(actor, community);
        var person = personOf(username.strip());
        var today = today(community);
        store.put(new Member(community, person.account(), username.strip(), person.name(), part, today, null), origin);
        events.publishEvent(new Audited(actor, "team.taken", username.strip(), path, part.name()));
    }

    private Actor personOf(String username) {
        try {
            return accounts.actorOf(username);
        } catch (Refused unknown) {
            throw new WasteRefused.Unreadable("username", "recycler-person-unknown", username);
        }
    }

    /** Ends that somebody belongs to the team; the hours stay. */
    @Transactional
    public void release(Actor actor, CommunityId community, UUID account) {
        var path = led(actor, community);
        if (!store.leave(community, account, today(community))) {
            throw new Refused.NotFound(account);
        }
        events.publishEvent(new Audited(actor, "team.released", account.toString(), path, ""));
    }

    @Transactional(readOnly = true)
    public List<Member> members(Actor actor, CommunityId community) {
        led(actor, community);
        return store.members(community);
    }

    /** Each member's month. */
    @Transactional(readOnly = true)
    public List<MonthLine> month(Actor actor, CommunityId community, YearMonth month) {
        led(actor, community);
        var zone = places.getCommunity(community).zone();
        var from = month.atDay(1);
        var to = month.plusMonths(1).atDay(1);
        return store.month(
                community,
                from,
                to,
                from.atStartOfDay(zone).toInstant(),
                to.atStartOfDay(zone).toInstant());
    }

    private PlacePath led(Actor actor, CommunityId community) {
        var path = places.getCommunity(community).path();
        actor.require(TeamPermissions.LEAD, path);
        return path;
    }

    private LocalDate today(CommunityId community) {
        return clock.instant().atZone(places.getCommunity(community).zone()).toLocalDate();
    }
}
