package org.zhuxi.assessment.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class AssessmentManifest implements Manifest {

    @Override
    public String module() {
        return "assessment";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/standards", "assessment.standards", "check", 66, null),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/standards",
                        "assessment.standards",
                        "book",
                        74,
                        AssessmentPermissions.STANDARDS));
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/standards", "/standards/**", "/api/v1/standards", "/api/v1/standards/**");
    }

    @Override
    public List<Permission> permissions() {
        return AssessmentPermissions.all();
    }
}
