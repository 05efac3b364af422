package org.zhuxi.project.asset;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this part of the module lets people do with inventories. */
public final class AssetPermissions {

    /** Puts things into inventories and takes them out. */
    public static final Permission MANAGE = new Permission(
            "asset.manage",
            "assets:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.DATA_STEWARD,
                    Role.OPERATOR));

    /** Inspects, and says that something has been put right. */
    public static final Permission INSPECT = new Permission(
            "asset.inspect",
            "assets:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.BUILDING_LEADER,
                    Role.VERIFIER,
                    Role.STREET_OFFICER));

    /** Answers for it that an inventory is empty. */
    public static final Permission CERTIFY = new Permission(
            "asset.certify",
            "assets:certify",
            Set.of(Role.COMMUNITY_HEAD, Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.CERTIFIER));

    /** Sees the desk of inventories. */
    public static final Permission READ = new Permission(
            "asset.read",
            "assets:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.BUILDING_LEADER,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.CERTIFIER,
                    Role.ASSESSOR,
                    Role.DATA_STEWARD,
                    Role.AUDITOR,
                    Role.OPERATOR));

    private AssetPermissions() {}

    public static List<Permission> all() {
        return List.of(MANAGE, INSPECT, CERTIFY, READ);
    }
}
