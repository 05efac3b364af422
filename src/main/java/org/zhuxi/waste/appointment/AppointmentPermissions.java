package org.zhuxi.waste.appointment;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What appointments let people do; members of a household book and cancel for it without any of these. */
public final class AppointmentPermissions {

    /** Sets when rounds come and how many households they serve. */
    public static final Permission PLAN = new Permission(
            "waste.appointment.plan",
            "waste:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Confirms, collects and weighs, cancels; books for households that have no phone. */
    public static final Permission SERVE = new Permission(
            "waste.appointment.serve",
            "activities:write",
            Set.of(Role.RECYCLER, Role.PROPERTY_MANAGER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Sees appointments with their doors; each look is audited. */
    public static final Permission READ = new Permission("waste.appointment.read", "households:read", SERVE.roles());

    private AppointmentPermissions() {}

    public static List<Permission> all() {
        return List.of(PLAN, SERVE, READ);
    }
}
