package org.zhuxi.project;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Role;

/** What this module lets people do with projects. */
public final class ProjectPermissions {

    /** Proposes projects, records talks, writes plans, begins works, lists products and documents. */
    public static final Permission MANAGE = new Permission(
            "project.manage",
            "projects:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER));

    /** Approves and rejects plans, and raises a budget that was approved. */
    public static final Permission APPROVE = new Permission(
            "project.approve",
            "projects:approve",
            Set.of(Role.COMMUNITY_HEAD, Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.APPROVER));

    /** Books money that was planned, allocated and paid. */
    public static final Permission FUND = new Permission(
            "project.fund",
            "projects:fund",
            Set.of(
                    Role.FINANCE,
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER));

    /** Accepts works and evaluates what became of them; not by whoever ran them. */
    public static final Permission ACCEPT = new Permission(
            "project.accept",
            "projects:accept",
            Set.of(Role.COMMUNITY_HEAD, Role.VERIFIER, Role.STREET_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER));

    /** Sees the desk of projects. */
    public static final Permission READ = new Permission(
            "project.read",
            "projects:read",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.VERIFIER,
                    Role.FINANCE,
                    Role.APPROVER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.PROVINCE_OFFICER,
                    Role.NATION_OFFICER,
                    Role.ASSESSOR,
                    Role.DATA_STEWARD,
                    Role.AUDITOR,
                    Role.OPERATOR));

    /** Takes over projects of earlier days from documents. */
    public static final Permission TAKE_OVER =
            new Permission("project.take-over", "projects:write", Set.of(Role.OPERATOR, Role.DATA_STEWARD));

    /** Takes in a table of projects; each row needs what it does, to propose or to take over. */
    public static final Permission IMPORT = new Permission(
            "project.import",
            "projects:write",
            Set.of(
                    Role.COMMUNITY_CLERK,
                    Role.COMMUNITY_HEAD,
                    Role.PROPERTY_MANAGER,
                    Role.STREET_OFFICER,
                    Role.COUNTY_OFFICER,
                    Role.CITY_OFFICER,
                    Role.DATA_STEWARD,
                    Role.OPERATOR));

    private ProjectPermissions() {}

    public static List<Permission> all() {
        return List.of(MANAGE, APPROVE, FUND, ACCEPT, READ, TAKE_OVER, IMPORT);
    }
}
