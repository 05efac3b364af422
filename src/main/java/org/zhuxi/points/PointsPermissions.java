package org.zhuxi.points;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What the ledger lets people do. */
public final class PointsPermissions {

    /** See the account of a household that is not one's own; every look is audited. */
    public static final Permission READ = new Permission(
            "points.read",
            "points:read",
            Set.of(
                    Role.STEWARD,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.AUDITOR));

    /** Spend, give away and take the points of one's own household. */
    public static final Permission SPEND_OWN =
            new Permission("points.spend-own", "points:write", Set.of(Role.RESIDENT, Role.HOUSEHOLD_HEAD));

    /** Take points for something a household gets. */
    public static final Permission REDEEM = new Permission(
            "points.redeem", "points:write", Set.of(Role.MERCHANT, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Correct an account up or down, or take back a posting. */
    public static final Permission ADJUST =
            new Permission("points.adjust", "points:write", Set.of(Role.COMMUNITY_HEAD, Role.OPERATOR));

    /** See the totals of the ledger and whether it is sound. */
    public static final Permission OVERVIEW = new Permission(
            "points.overview",
            "points:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.FINANCE,
                    Role.AUDITOR,
                    Role.OPERATOR));

    /** Add versions to the reward rules. They hold everywhere, so the role must hold for the whole country. */
    public static final Permission RULES =
            new Permission("points.rules", "points:write", Set.of(Role.NATION_OFFICER, Role.OPERATOR));

    /** Withhold what a source recorded, and decide, as the second person, about what somebody else withheld. */
    public static final Permission QUARANTINE = new Permission(
            "points.quarantine", "points:write", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.VERIFIER));

    /** Plan and stop campaigns that give extra points out of a budget. */
    public static final Permission CAMPAIGN =
            new Permission("points.campaign", "points:write", Set.of(Role.COMMUNITY_HEAD, Role.STREET_OFFICER));

    /** Hand goods over for points, and serve households that come with their card. */
    public static final Permission SERVE = new Permission(
            "points.shop.serve", "points:write", Set.of(Role.MERCHANT, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Open shops, set their hours, goods and stock, and take goods back. */
    public static final Permission MANAGE_SHOPS = new Permission(
            "points.shop.manage",
            "points:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.DATA_STEWARD, Role.OPERATOR));

    /** See what a shop is owed; whoever serves there sees it as well. */
    public static final Permission READ_SETTLEMENTS = new Permission(
            "points.settlement.read",
            "points:read",
            Set.of(Role.FINANCE, Role.AUDITOR, Role.MERCHANT, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Agree on what a point is worth to a shop, and close its months. */
    public static final Permission SETTLE = new Permission("points.settle", "points:write", Set.of(Role.FINANCE));

    private PointsPermissions() {}

    public static List<Permission> all() {
        return List.of(
                READ,
                SPEND_OWN,
                REDEEM,
                ADJUST,
                OVERVIEW,
                RULES,
                QUARANTINE,
                CAMPAIGN,
                SERVE,
                MANAGE_SHOPS,
                READ_SETTLEMENTS,
                SETTLE);
    }
}
