package org.zhuxi.indicator.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorPermissions;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

/** What this module offers. */
@Component
class IndicatorManifest implements Manifest {

    @Override
    public String module() {
        return "indicator";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.PUBLIC, "/indicators", "indicator.nav", "chart", 65, null),
                new NavigationEntry(
                        Shell.WORK, "/work/indicators", "indicator.work", "chart", 24, IndicatorPermissions.ENTER),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/indicators/figures",
                        "indicator.publish.title",
                        "book",
                        25,
                        IndicatorPermissions.PUBLISH),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/indicators/targets",
                        "indicator.targets",
                        "check",
                        26,
                        IndicatorPermissions.PUBLISH),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/indicators/registers",
                        "indicator.registers",
                        "list",
                        27,
                        IndicatorPermissions.PUBLISH),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/indicators/comparisons",
                        "indicator.comparisons",
                        "history",
                        28,
                        IndicatorPermissions.PUBLISH));
    }

    @Override
    public List<Permission> permissions() {
        return IndicatorPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/indicators",
                "/indicators/**",
                "/api/v1/indicators",
                "/api/v1/indicators/**",
                "/api/v1/measures",
                "/api/v1/comparisons",
                "/api/v1/registers",
                "/api/v1/registers/*",
                "/api/v1/published-figures");
    }
}
