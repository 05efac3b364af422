package org.zhuxi.place.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class PlaceManifest implements Manifest {

    @Override
    public String module() {
        return "place";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/places", "place.nav.places", "place", 20, null),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/households",
                        "place.nav.households",
                        "people",
                        30,
                        PlacePermissions.READ_HOUSEHOLDS),
                new NavigationEntry(
                        Shell.WORK, "/work/plates", "place.nav.plates", "place", 38, PlacePermissions.MANAGE_PLATES));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                PlacePermissions.MANAGE,
                PlacePermissions.MANAGE_HOUSEHOLDS,
                PlacePermissions.MANAGE_PLATES,
                PlacePermissions.READ_HOUSEHOLDS);
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/places", "/api/v1/places/**");
    }
}
