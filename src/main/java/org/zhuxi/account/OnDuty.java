package org.zhuxi.account;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.internal.Actors;
import org.zhuxi.account.internal.PeopleStore;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** Whom something at a place concerns by role; ids alone, so that a module can tell people it does not know. */
@Service
public class OnDuty {

    private final PeopleStore people;
    private final Actors actors;

    OnDuty(PeopleStore people, Actors actors) {
        this.people = people;
        this.actors = actors;
    }

    /** Open accounts that today hold one of these roles at a place or above it. */
    @Transactional(readOnly = true)
    public Set<UUID> at(PlacePath place, Set<Role> roles) {
        return people.holding(place, roles, actors.today());
    }
}
