package org.zhuxi.platform.operations;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class OperationsManifest implements Manifest {

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                Shell.WORK, "/work/operations", "operations.nav", "chart", 95, OperationsPermissions.WATCH));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(OperationsPermissions.WATCH, OperationsPermissions.RUN);
    }
}
