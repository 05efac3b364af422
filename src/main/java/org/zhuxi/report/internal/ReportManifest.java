package org.zhuxi.report.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.report.ReportPermissions;

/** What this module offers. */
@Component
class ReportManifest implements Manifest {

    @Override
    public String module() {
        return "report";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/reports", "report.nav", "book", 66, null),
                new NavigationEntry(Shell.PUBLIC, "/cases", "report.cases", "book", 67, null),
                new NavigationEntry(Shell.WORK, "/office", "report.office", "chart", 29, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office", "report.office.at-a-glance", "chart", 10, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/criteria", "report.criteria", "check", 25, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/sampling", "report.sampling", "search", 27, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/deadlines", "report.deadlines", "bell", 30, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/plans", "report.plans", "list", 40, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/funds", "report.funds", "coin", 50, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/bases", "report.bases", "place", 60, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE, "/office/cases", "report.cases", "book", 65, ReportPermissions.OVERSEE),
                new NavigationEntry(
                        Shell.OFFICE,
                        "/office/commendations",
                        "report.commendations",
                        "check",
                        70,
                        ReportPermissions.OVERSEE),
                new NavigationEntry(Shell.OFFICE, "/screen", "report.screen", "search", 80, null),
                new NavigationEntry(Shell.OFFICE, "/work", "report.to-work", "list", 90, null),
                new NavigationEntry(
                        Shell.OFFICE,
                        "/office/reports",
                        "report.office.reports",
                        "book",
                        20,
                        ReportPermissions.OVERSEE));
    }

    @Override
    public List<Permission> permissions() {
        return ReportPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/screen",
                "/reports",
                "/reports/**",
                "/cases",
                "/cases/csv",
                "/api/v1/cases",
                "/api/v1/reports",
                "/api/v1/reports/*");
    }
}
