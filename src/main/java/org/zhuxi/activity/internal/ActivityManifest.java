package org.zhuxi.activity.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class ActivityManifest implements Manifest {

    @Override
    public String module() {
        return "activity";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(
                        Shell.WORK, "/work/review", "activity.review.menu", "check", 10, ActivityPermissions.VERIFY),
                new NavigationEntry(
                        Shell.WORK, "/work/activities", "activity.list.menu", "list", 20, ActivityPermissions.READ));
    }

    @Override
    public List<Permission> permissions() {
        return ActivityPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/activities/*", "/api/v1/activity-kinds/**", "/api/v1/figures/**");
    }
}
