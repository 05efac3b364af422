package org.zhuxi.request.internal.mediation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.request.mediation.MediationPermissions;

/** What mediation offers: a page for mediators alone, and two numbers for everybody. */
@Component
class MediationManifest implements Manifest {

    @Override
    public String module() {
        return "request";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                Shell.WORK, MediationPages.PATH, "mediation.nav", "scale", 72, MediationPermissions.MEDIATE));
    }

    @Override
    public List<Permission> permissions() {
        return MediationPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/api/v1/mediations/rate");
    }
}
