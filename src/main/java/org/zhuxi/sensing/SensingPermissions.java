package org.zhuxi.sensing;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this module lets people and devices do. */
public final class SensingPermissions {

    /** Sets up things, sensors, streams, taps and rules of alarms, and takes them away. */
    public static final Permission MANAGE = new Permission(
            "sensing.manage",
            "sensing:manage",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.DATA_STEWARD,
                    Role.OPERATOR));

    /** Sends observations. */
    public static final Permission OBSERVE = new Permission(
            "sensing.observe",
            "sensing:write",
            Set.of(
                    Role.STEWARD,
                    Role.COMPOSTER,
                    Role.VOLUNTEER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.DATA_STEWARD,
                    Role.OPERATOR));

    /** Sees things that are not open to everybody, their observations and alarms. */
    public static final Permission READ = new Permission(
            "sensing.read",
            "sensing:read",
            Set.of(
                    Role.STEWARD,
                    Role.COMPOSTER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.ASSESSOR,
                    Role.DATA_STEWARD,
                    Role.AUDITOR,
                    Role.OPERATOR));

    /** Adds meters, enters readings and sees what homes use; each look at a household is audited. */
    public static final Permission METERS = new Permission(
            "sensing.meters",
            "sensing:meters",
            Set.of(
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.DATA_STEWARD,
                    Role.OPERATOR));

    /** Takes alarms in hand. */
    public static final Permission ANSWER = new Permission(
            "sensing.answer",
            "sensing:answer",
            Set.of(
                    Role.COMPOSTER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.OPERATOR));

    private SensingPermissions() {}

    public static List<Permission> all() {
        return List.of(MANAGE, OBSERVE, READ, METERS, ANSWER);
    }
}
