package org.zhuxi.carbon;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who makes, verifies and publishes statements. */
public final class CarbonPermissions {

    /** Sees drafts and what became of them. */
    public static final Permission READ = new Permission(
            "carbon.read",
            "carbon:read",
            Set.of(
                    Role.COMPOSTER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.CERTIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    /** Makes drafts and takes back own ones. */
    public static final Permission DRAFT = new Permission(
            "carbon.draft",
            "carbon:write",
            Set.of(
                    Role.COMPOSTER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.DATA_STEWARD));

    /** Finds other people's drafts right or wrong. */
    public static final Permission VERIFY = new Permission(
            "carbon.verify",
            "carbon:verify",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.CERTIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.DATA_STEWARD));

    /** Publishes and withdraws verified statements, and says how the city treats its waste. */
    public static final Permission PUBLISH = new Permission(
            "carbon.publish",
            "carbon:publish",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    private CarbonPermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(READ, DRAFT, VERIFY, PUBLISH);
    }
}
