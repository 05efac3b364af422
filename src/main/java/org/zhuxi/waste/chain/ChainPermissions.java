package org.zhuxi.waste.chain;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What the waste chain lets people do. */
public final class ChainPermissions {

    /** Registers facilities and vehicles for a place. */
    public static final Permission MANAGE = new Permission(
            "waste.chain.manage",
            "waste:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.OPERATOR));

    /** Records what a vehicle takes away, states what arrived, files receipts of treatment. */
    public static final Permission COLLECT = new Permission(
            "waste.collection.record",
            "activities:write",
            Set.of(Role.RECYCLER, Role.PROPERTY_MANAGER, Role.STEWARD, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Files receipts of treatment. */
    public static final Permission TREAT = new Permission(
            "waste.treatment.record",
            "activities:write",
            Set.of(Role.RECYCLER, Role.COMPOSTER, Role.PROPERTY_MANAGER, Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Sees collections, treatment and the balance of a place. */
    public static final Permission READ = new Permission(
            "waste.chain.read",
            "activities:read",
            Set.of(
                    Role.RECYCLER,
                    Role.COMPOSTER,
                    Role.PROPERTY_MANAGER,
                    Role.STEWARD,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.AUDITOR,
                    Role.DATA_STEWARD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.OPERATOR));

    /** Lets a difference of two weights stand, explains the balance of a month, takes records back. */
    public static final Permission EXPLAIN = new Permission(
            "waste.balance.explain",
            "waste:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** Closes a month whose records are others' work, and opens it again. */
    public static final Permission CLOSE = new Permission(
            "waste.balance.close", "waste:write", Set.of(Role.COMMUNITY_HEAD, Role.VERIFIER, Role.STREET_OFFICER));

    private ChainPermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(MANAGE, COLLECT, TREAT, READ, EXPLAIN, CLOSE);
    }
}
