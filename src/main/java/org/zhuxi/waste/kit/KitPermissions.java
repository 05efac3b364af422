package org.zhuxi.waste.kit;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who may do what with kits and bags. */
public final class KitPermissions {

    /** Orders, receives and prints codes, sees the stock, declares codes void. */
    public static final Permission MANAGE =
            new Permission("waste.kit.manage", "waste:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Gives kits and bags to households. */
    public static final Permission GIVE = new Permission(
            "waste.kit.give",
            "activities:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.BUILDING_LEADER, Role.VOLUNTEER, Role.STEWARD));

    /** Learns which household a bag belongs to, with a reason; audited. */
    public static final Permission TRACE =
            new Permission("waste.kit.trace", "households:read", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private KitPermissions() {}

    public static List<Permission> all() {
        return List.of(MANAGE, GIVE, TRACE);
    }
}
