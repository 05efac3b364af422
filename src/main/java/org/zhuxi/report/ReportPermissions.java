package org.zhuxi.report;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who sees, writes, signs and receives reports. */
public final class ReportPermissions {

    private static final Set<Role> OFFICES = Set.of(
            Role.COMMUNITY_HEAD,
            Role.STREET_OFFICER,
            Role.COUNTY_OFFICER,
            Role.CITY_OFFICER,
            Role.PROVINCE_OFFICER,
            Role.NATION_OFFICER,
            Role.DATA_STEWARD);

    /** Sees the office: rates, gaps, what is due, reports that are not published. */
    public static final Permission OVERSEE = new Permission(
            "report.oversee",
            "reports:read",
            Set.of(
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD,
                    Role.AUDITOR));

    /** Writes a report and hands it in; keeps the registers that it tells of. */
    public static final Permission WRITE = new Permission("report.write", "reports:write", OFFICES);

    /** Reviews, signs and publishes what somebody else has written. */
    public static final Permission SIGN = new Permission("report.sign", "reports:sign", OFFICES);

    /** Calls for reports from the places below, receives them and gives them back. */
    public static final Permission RECEIVE = new Permission("report.receive", "reports:receive", OFFICES);

    private ReportPermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(OVERSEE, WRITE, SIGN, RECEIVE);
    }
}
