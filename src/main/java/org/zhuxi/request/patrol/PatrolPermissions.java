package org.zhuxi.request.patrol;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who lays routes, and who walks them. */
public final class PatrolPermissions {

    /** Lays routes and ends them. */
    public static final Permission PLAN = new Permission(
            "patrol.plan",
            "requests:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER, Role.STREET_OFFICER));

    /** Walks routes and says what was found. */
    public static final Permission WALK = new Permission(
            "patrol.walk",
            "requests:write",
            Set.of(
                    Role.VOLUNTEER,
                    Role.STEWARD,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER));

    private PatrolPermissions() {}

    public static List<Permission> all() {
        return List.of(PLAN, WALK);
    }
}
