package org.zhuxi.carbon.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.carbon.CarbonPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class CarbonManifest implements Manifest {

    @Override
    public String module() {
        return "carbon";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/carbon", "carbon.nav", "leaf", 66, null),
                new NavigationEntry(Shell.WORK, "/work/carbon", "carbon.work", "leaf", 29, CarbonPermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/carbon/baselines",
                        "carbon.baselines",
                        "scale",
                        29,
                        CarbonPermissions.PUBLISH));
    }

    @Override
    public List<Permission> permissions() {
        return CarbonPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/carbon",
                "/carbon/**",
                "/api/v1/carbon/factors",
                "/api/v1/carbon/factors/*",
                "/api/v1/carbon/methods",
                "/api/v1/carbon/footprint",
                "/api/v1/carbon/statements",
                "/api/v1/carbon/statements/*",
                "/api/v1/carbon/statements/*/document");
    }
}
