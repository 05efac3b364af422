package org.zhuxi.exchange.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;

@Component
class ExchangeManifest implements Manifest {

    @Override
    public String module() {
        return "exchange";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(
                        Shell.WORK,
                        "/work/imports",
                        "exchange.nav.imports",
                        "list",
                        80,
                        PlacePermissions.MANAGE_HOUSEHOLDS),
                new NavigationEntry(Shell.WORK, "/work/exports", "exchange.nav.exports", "history", 85, null));
    }
}
