package org.zhuxi.compost.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What the compost module offers. */
@Component
class CompostManifest implements Manifest {

    @Override
    public String module() {
        return "compost";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(
                        Shell.FIELD, "/field/compost", "compost.nav.field", "leaf", 25, CompostPermissions.LOG),
                new NavigationEntry(
                        Shell.FIELD, "/field/compost/log", "compost.nav.log", "check", 26, CompostPermissions.LOG),
                new NavigationEntry(
                        Shell.WORK, "/work/compost", "compost.nav.work", "leaf", 49, CompostPermissions.READ),
                new NavigationEntry(Shell.PUBLIC, "/compost", "compost.nav.public", "leaf", 45, null),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/compost/institutions",
                        "compost.institutions.title",
                        "book",
                        49,
                        CompostPermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/compost/costs",
                        "compost.costs.title",
                        "scale",
                        49,
                        CompostPermissions.COSTS),
                new NavigationEntry(Shell.PUBLIC, "/compost/recipe", "compost.nav.recipe", "leaf", 46, null));
    }

    @Override
    public List<Permission> permissions() {
        return CompostPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/compost",
                "/compost/**",
                "/field/compost/log",
                "/api/v1/compost/map",
                "/api/v1/compost/programmes",
                "/api/v1/compost/programmes/report",
                "/api/v1/compost/programmes/document",
                "/api/v1/compost/institutions",
                "/api/v1/compost/institutions/*",
                "/api/v1/compost/sites/*/benefits",
                "/api/v1/compost/sites",
                "/api/v1/compost/sites/*",
                "/api/v1/compost/sites/*/entries",
                "/api/v1/compost/sites/*/months/*",
                "/api/v1/compost/entries/*",
                "/api/v1/compost/batches/*",
                "/api/v1/compost/feedstocks",
                "/api/v1/compost/recipe");
    }
}
