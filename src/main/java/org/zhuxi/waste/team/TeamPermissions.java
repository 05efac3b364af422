package org.zhuxi.waste.team;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who leads the team and who keeps watch. */
public final class TeamPermissions {

    /** Takes people into the team, plans duties, sees the month. */
    public static final Permission LEAD =
            new Permission("waste.team.lead", "waste:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Takes duties, checks in and out; a member of the team in this place. */
    public static final Permission SERVE = new Permission(
            "waste.team.serve",
            "activities:write",
            Set.of(Role.VOLUNTEER, Role.STEWARD, Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private TeamPermissions() {}

    public static List<Permission> all() {
        return List.of(LEAD, SERVE);
    }
}
