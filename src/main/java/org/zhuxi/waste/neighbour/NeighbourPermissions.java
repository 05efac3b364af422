package org.zhuxi.waste.neighbour;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who looks at tasks and who brings neighbours together. */
public final class NeighbourPermissions {

    /** Looks at what the young have done and accepts it or gives it back. */
    public static final Permission CHECK_TASKS = new Permission(
            "waste.task.check",
            "activities:write",
            Set.of(Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Brings neighbours together and sees who helps whom; each look is audited. */
    public static final Permission PAIR =
            new Permission("waste.pair.manage", "households:read", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Notes at a station that a helper carried a drop. */
    public static final Permission NOTE = new Permission(
            "waste.pair.note",
            "activities:write",
            Set.of(Role.STEWARD, Role.VOLUNTEER, Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private NeighbourPermissions() {}

    public static List<Permission> all() {
        return List.of(CHECK_TASKS, PAIR, NOTE);
    }
}
