package org.zhuxi.waste.visit;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who may plan and make visits; words about a household are for these people only. */
public final class VisitPermissions {

    /** Plans rounds and sees what came of them. */
    public static final Permission PLAN =
            new Permission("waste.visit.plan", "households:read", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Goes from door to door and writes down what came of it. */
    public static final Permission VISIT = new Permission(
            "waste.visit.make",
            "activities:write",
            Set.of(Role.VOLUNTEER, Role.STEWARD, Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private VisitPermissions() {}

    public static List<Permission> all() {
        return List.of(PLAN, VISIT);
    }
}
