package org.zhuxi.indicator;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who enters, verifies and publishes numbers. */
public final class IndicatorPermissions {

    /** Enters values by hand with what proves them, and sees who entered what. */
    public static final Permission ENTER = new Permission(
            "indicator.enter",
            "indicators:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    /** Verifies, rejects and takes back what somebody else entered. */
    public static final Permission VERIFY = new Permission(
            "indicator.verify",
            "indicators:verify",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    /** Publishes and corrects figures, sets targets and freezes registers. */
    public static final Permission PUBLISH = new Permission(
            "indicator.publish",
            "indicators:publish",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    private IndicatorPermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(ENTER, VERIFY, PUBLISH);
    }
}
