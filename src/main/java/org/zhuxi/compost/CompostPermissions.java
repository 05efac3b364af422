package org.zhuxi.compost;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who sets up sites, keeps the log, reads it and closes its months. */
public final class CompostPermissions {

    /** Adds sites and units, keeps the lists of their teams. */
    public static final Permission MANAGE = new Permission(
            "compost.manage",
            "compost:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Keeps the process log, weighs buckets, hands compost out, submits a month. */
    public static final Permission LOG = new Permission(
            "compost.log",
            "compost:write",
            Set.of(Role.COMPOSTER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Reads logs that are not public yet. */
    public static final Permission READ = new Permission(
            "compost.read",
            "compost:read",
            Set.of(
                    Role.COMPOSTER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.AUDITOR));

    /** Looks at a submitted month and publishes it, gives it back or rejects it. */
    public static final Permission VERIFY = new Permission(
            "compost.verify",
            "compost:verify",
            Set.of(
                    Role.VERIFIER,
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER));

    /** Enters what waste costs a place and what nutrients cost. */
    public static final Permission COSTS = new Permission(
            "compost.costs",
            "compost:write",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.DATA_STEWARD));

    private CompostPermissions() {}

    public static List<Permission> all() {
        return List.of(MANAGE, LOG, READ, VERIFY, COSTS);
    }
}
