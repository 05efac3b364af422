package org.zhuxi.request.help;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who answers calls for help. */
public final class HelpPermissions {

    /** Sees calls for help with where and whom to call, and answers them. */
    public static final Permission ANSWER = new Permission(
            "help.answer",
            "requests:write",
            Set.of(
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER));

    private HelpPermissions() {}

    /** Who is told when a call reaches a level. */
    public static Set<Role> onDuty(int level) {
        return switch (level) {
            case 1 -> Set.of(Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.PROPERTY_MANAGER);
            case 2 -> Set.of(Role.COMMUNITY_HEAD);
            default -> Set.of(Role.STREET_OFFICER);
        };
    }

    public static List<Permission> all() {
        return List.of(ANSWER);
    }
}
