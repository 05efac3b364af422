package org.zhuxi.assessment;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** Who runs a cycle, who assesses a community, who reviews, and who looks on. */
public final class CyclePermissions {

    private static final String WRITE = "assessments:write";

    /** Plans cycles, scores, proposes, gives notice, decides, answers objections, draws samples and grants titles. */
    public static final Permission RUN = new Permission(
            "assessment.run",
            WRITE,
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.NATION_OFFICER));

    /** Enrols a community and says how it stands. */
    public static final Permission SELF =
            new Permission("assessment.self", WRITE, Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Reviews what communities say of themselves, each level in its turn. */
    public static final Permission REVIEW = new Permission(
            "assessment.review",
            WRITE,
            Set.of(Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER));

    /** Checks on site. */
    public static final Permission SITE = new Permission("assessment.site", WRITE, Set.of(Role.ASSESSOR));

    /** Sees assessments that are not public yet. */
    public static final Permission READ = new Permission(
            "assessment.read",
            "assessments:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.ASSESSOR,
                    Role.DATA_STEWARD,
                    Role.AUDITOR));

    private CyclePermissions() {}

    /** All of them, for the rights page. */
    public static List<Permission> all() {
        return List.of(RUN, SELF, REVIEW, SITE, READ);
    }
}
