package org.zhuxi.waste;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this module lets people do. */
public final class WastePermissions {

    /** Adds stations, sets when they are open, closes them for a day. */
    public static final Permission MANAGE_STATIONS = new Permission(
            "waste.station.manage",
            "waste:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Stands at a station: finds a household by its card and records what it brings. */
    public static final Permission RECORD_DROPS = new Permission(
            "waste.drop.record",
            "activities:write",
            Set.of(Role.STEWARD, Role.VOLUNTEER, Role.BUILDING_LEADER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Opens bags and says how many were sorted right. */
    public static final Permission INSPECT =
            new Permission("waste.inspection.record", "activities:write", RECORD_DROPS.roles());

    /** Sees how accurately buildings sort, without households. */
    public static final Permission READ_ACCURACY = new Permission(
            "waste.accuracy.read",
            "activities:read",
            Set.of(
                    Role.STEWARD,
                    Role.BUILDING_LEADER,
                    Role.PROPERTY_MANAGER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER));

    /** Sees how accurately single households sort; each look is audited. */
    public static final Permission READ_HOUSEHOLD_ACCURACY = new Permission(
            "waste.accuracy.households", "households:read", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    private WastePermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(MANAGE_STATIONS, RECORD_DROPS, INSPECT, READ_ACCURACY, READ_HOUSEHOLD_ACCURACY);
    }
}
