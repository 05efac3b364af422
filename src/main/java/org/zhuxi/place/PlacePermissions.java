package org.zhuxi.place;

import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What the register of places lets people do. */
public final class PlacePermissions {

    /** Change the tree, communities, buildings and sites. */
    public static final Permission MANAGE = new Permission(
            "place.manage", "places:write", Set.of(Role.DATA_STEWARD, Role.OPERATOR, Role.COMMUNITY_HEAD));

    /** Enter households and take note that they move out. */
    public static final Permission MANAGE_HOUSEHOLDS = new Permission(
            "place.household.manage",
            "households:write",
            Set.of(Role.DATA_STEWARD, Role.OPERATOR, Role.COMMUNITY_HEAD, Role.COMMUNITY_CLERK));

    /** Make plates with QR codes, say what became of them, and say how the community is reached. */
    public static final Permission MANAGE_PLATES = new Permission(
            "place.plate.manage",
            "places:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER, Role.OPERATOR, Role.DATA_STEWARD));

    /** See the household register; every look is audited. */
    public static final Permission READ_HOUSEHOLDS = new Permission(
            "place.household.read",
            "households:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.BUILDING_LEADER,
                    Role.VERIFIER,
                    Role.STEWARD,
                    Role.PROPERTY_MANAGER,
                    Role.AUDITOR,
                    Role.DATA_STEWARD));

    private PlacePermissions() {}
}
