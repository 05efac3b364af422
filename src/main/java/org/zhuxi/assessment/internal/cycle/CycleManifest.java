package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What the cycles of this module offer. */
@Component
class CycleManifest implements Manifest {

    @Override
    public String module() {
        return "assessment";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/assessments", "assessment.cycle.nav", "check", 66, null),
                new NavigationEntry(
                        Shell.WORK, "/work/assessments", "assessment.cycle.queue", "list", 74, CyclePermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/assessment-cycles",
                        "assessment.cycle.cycles",
                        "history",
                        75,
                        CyclePermissions.RUN),
                new NavigationEntry(
                        Shell.FIELD,
                        "/field/assessments",
                        "assessment.cycle.field",
                        "check",
                        60,
                        CyclePermissions.SITE));
    }

    @Override
    public List<Permission> permissions() {
        return CyclePermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/assessments",
                "/assessments/**",
                "/field/assessments",
                "/api/v1/assessment-cycles",
                "/api/v1/assessment-cycles/**",
                "/api/v1/assessments",
                "/api/v1/assessments/**");
    }
}
