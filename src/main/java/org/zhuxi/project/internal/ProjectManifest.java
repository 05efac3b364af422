package org.zhuxi.project.internal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.asset.AssetPermissions;
import org.zhuxi.project.photo.PhotoPermissions;

/** What this module offers. */
@Component
class ProjectManifest implements Manifest {

    @Override
    public String module() {
        return "project";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/projects", "project.nav", "history", 70, null),
                new NavigationEntry(Shell.WORK, Desk.PATH, "project.nav", "history", 72, ProjectPermissions.READ),
                new NavigationEntry(Shell.PUBLIC, "/inventories", "asset.nav", "place", 71, null),
                new NavigationEntry(Shell.WORK, "/work/inventories", "asset.nav", "place", 73, AssetPermissions.READ),
                new NavigationEntry(
                        Shell.FIELD, "/field/photo-points", "photo.nav", "photo", 70, PhotoPermissions.TAKE));
    }

    @Override
    public List<Permission> permissions() {
        return Stream.of(ProjectPermissions.all(), AssetPermissions.all(), List.of(PhotoPermissions.TAKE))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/projects",
                "/projects/**",
                "/inventories",
                "/inventories/*",
                "/api/v1/projects",
                "/api/v1/projects/*",
                "/api/v1/inventories",
                "/api/v1/inventories/*",
                "/api/v1/photo-points");
    }
}
