package org.zhuxi.governance;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What people may do to decide together. */
public final class GovernancePermissions {

    /** Raise and support ideas and take part in talks, as somebody who lives or works there. */
    public static final Permission TAKE_PART = new Permission(
            "governance.take-part",
            "governance:take-part",
            Set.of(
                    Role.RESIDENT,
                    Role.HOUSEHOLD_HEAD,
                    Role.VOLUNTEER,
                    Role.BUILDING_LEADER,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD));

    /** Move ideas along, call meetings and keep their minutes. */
    public static final Permission MANAGE = new Permission(
            "governance.manage",
            "governance:write",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.STREET_OFFICER));

    /** Prepare, announce and count decisions. */
    public static final Permission DECIDE =
            new Permission("governance.decide", "governance:decide", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Enter ballots on paper, help somebody to vote. */
    public static final Permission TELLER = new Permission(
            "governance.teller",
            "governance:ballots",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.BUILDING_LEADER, Role.VERIFIER));

    /** Say which channel of votes is recognised in a jurisdiction. */
    public static final Permission RULE = new Permission(
            "governance.rule",
            "governance:rule",
            Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER));

    /** Keep the roll of owners. */
    public static final Permission ROLL = new Permission(
            "governance.roll",
            "governance:roll",
            Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD, Role.PROPERTY_MANAGER));

    /** See the desk. */
    public static final Permission READ = new Permission(
            "governance.read",
            "governance:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.BUILDING_LEADER,
                    Role.VERIFIER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.AUDITOR,
                    Role.OPERATOR));

    /** Talk over breaches of a convention and note it; what is noted is for these alone. */
    public static final Permission EDUCATE = new Permission(
            "governance.educate", "governance:educate", Set.of(Role.COMMUNITY_CLERK, Role.COMMUNITY_HEAD));

    /** Take over from documents what happened before. */
    public static final Permission TAKE_OVER =
            new Permission("governance.take-over", "governance:write", Set.of(Role.OPERATOR, Role.DATA_STEWARD));

    private GovernancePermissions() {}

    public static List<Permission> all() {
        return List.of(TAKE_PART, MANAGE, DECIDE, TELLER, RULE, ROLL, READ, EDUCATE, TAKE_OVER);
    }
}
