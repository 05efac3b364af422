package org.zhuxi.demo;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** The people of the demo community of Zhuxi as they act in its chapters. */
@Component
class DemoStaff {

    private final Accounts accounts;
    private final Places places;

    DemoStaff(Accounts accounts, Places places) {
        this.accounts = accounts;
        this.places = places;
    }

    /** A demo account by its user name. */
    Actor person(String username) {
        return accounts.actorOf(username);
    }

    /** Whoever sets up the demo world, acting in a role in Zhuxi. */
    Actor founderAs(Role role) {
        return new Actor(
                Founder.ACTOR.account(), Founder.ACTOR.name(), Set.of(new Grant(role, zhuxi().path())), Set.of(), null);
    }

    Place zhuxi() {
        return places.findByCode(DemoCommunities.ZHUXI).orElseThrow(() -> new Refused.NotFound(DemoCommunities.ZHUXI));
    }

    CommunityId community() {
        return java.util.Objects.requireNonNull(zhuxi().community());
    }

    PlacePath path() {
        return zhuxi().path();
    }
}
