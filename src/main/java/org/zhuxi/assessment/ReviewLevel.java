package org.zhuxi.assessment;

import java.util.Set;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;

/** A level of the administration that reviews, from the bottom up; which of them do is configured with the cycle. */
public enum ReviewLevel {
    STREET(Set.of(Role.STREET_OFFICER)),
    COUNTY(Set.of(Role.COUNTY_OFFICER)),
    /** A city, or a municipality directly under the central government, where the province does it. */
    CITY(Set.of(Role.CITY_OFFICER, Role.PROVINCE_OFFICER));

    private final Set<Role> roles;

    ReviewLevel(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether somebody acts for this level in a place. */
    public boolean isOf(Actor actor, PlacePath place) {
        return actor.grants().stream()
                .anyMatch(grant -> roles.contains(grant.role()) && grant.place().contains(place));
    }
}
