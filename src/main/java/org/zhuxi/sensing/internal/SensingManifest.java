package org.zhuxi.sensing.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.sensing.SensingPermissions;

/** What this module offers. */
@Component
class SensingManifest implements Manifest {

    @Override
    public String module() {
        return "sensing";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.WORK, "/work/devices", "sensing.nav", "chart", 26, SensingPermissions.READ),
                new NavigationEntry(Shell.WORK, "/work/taps", "sensing.tap.nav", "check", 26, SensingPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/alarms", "sensing.alarm.nav", "bell", 26, SensingPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/meters", "sensing.meter.nav", "scale", 27, SensingPermissions.METERS),
                new NavigationEntry(Shell.RESIDENT, "/me/meters", "sensing.meter.nav-me", "chart", 47, null));
    }

    @Override
    public List<Permission> permissions() {
        return SensingPermissions.all();
    }

    @Override
    public List<String> tokenOnlyPaths() {
        return List.of("/sta/**");
    }
}
