package org.zhuxi.account.internal;

import java.util.Comparator;
import java.util.Set;
import org.zhuxi.account.AccountPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;

/** Whom a community worker may help with signing in: nobody who could do more than the worker himself. */
public final class Helping {

    /** Roles of those who live in a place; a clerk may help them, everybody else is helped by whoever gives roles. */
    public static final Set<Role> OF_RESIDENTS = Set.of(Role.RESIDENT, Role.HOUSEHOLD_HEAD, Role.VOLUNTEER);

    private Helping() {}

    /** What it takes to give somebody a role, or to help somebody who has it. */
    public static Permission needed(Role role) {
        return OF_RESIDENTS.contains(role) ? AccountPermissions.HELP : AccountPermissions.MANAGE;
    }

    /** Where somebody belongs: the widest of the places in which he has a role. */
    public static PlacePath placeOf(Set<Grant> grants) {
        return grants.stream()
                .map(Grant::place)
                .min(Comparator.comparing(PlacePath::value))
                .orElse(PlacePath.NATION);
    }

    /** @throws Refused.Forbidden unless {@code by} may help somebody with these roles, in each of their places */
    public static void require(Actor by, Set<Grant> rolesOfTheOther) {
        if (rolesOfTheOther.isEmpty()) {
            by.require(AccountPermissions.MANAGE, PlacePath.NATION);
        }
        for (var grant : rolesOfTheOther) {
            by.require(needed(grant.role()), grant.place());
            if (grant.role() == Role.OPERATOR && !by.has(Role.OPERATOR)) {
                throw new Refused.Forbidden(AccountPermissions.MANAGE.code());
            }
        }
    }
}
