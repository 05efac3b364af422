package org.zhuxi.request.internal.animal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.request.RequestPermissions;

/** Where the shelter log stands in the navigation. */
@Component
class AnimalManifest implements Manifest {

    @Override
    public String module() {
        return "request";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.WORK, AnimalPages.PATH, "animal.nav", "list", 71, RequestPermissions.HANDLE));
    }
}
