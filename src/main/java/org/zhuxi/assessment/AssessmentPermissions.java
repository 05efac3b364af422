package org.zhuxi.assessment;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who writes standards and who assesses. */
public final class AssessmentPermissions {

    /** Drafts, publishes and retires the standards of a place. */
    public static final Permission STANDARDS = new Permission(
            "assessment.standards",
            "standards:write",
            Set.of(
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.DATA_STEWARD));

    private AssessmentPermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(STANDARDS);
    }
}
