package org.zhuxi.request.internal.patrol;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.request.patrol.PatrolPermissions;

/** What patrols offer. */
@Component
class PatrolManifest implements Manifest {

    @Override
    public String module() {
        return "request";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.WORK, PatrolPages.WORK, "patrol.nav", "check", 71, PatrolPermissions.PLAN),
                new NavigationEntry(Shell.FIELD, PatrolPages.FIELD, "patrol.nav", "check", 71, PatrolPermissions.WALK));
    }

    @Override
    public List<Permission> permissions() {
        return PatrolPermissions.all();
    }
}
