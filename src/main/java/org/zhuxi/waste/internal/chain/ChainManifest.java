package org.zhuxi.waste.internal.chain;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.waste.chain.ChainPermissions;

/** What the waste chain offers: collections, balance, hot spots, appointments. */
@Component
class ChainManifest implements Manifest {

    private final ChainFigures figures;

    ChainManifest(ChainFigures figures) {
        this.figures = figures;
    }

    @Override
    public String module() {
        return "waste";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(
                        Shell.FIELD, "/field/collect", "waste.collection.nav", "truck", 40, ChainPermissions.COLLECT),
                new NavigationEntry(
                        Shell.WORK, "/work/collections", "waste.collection.nav", "truck", 60, ChainPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/facilities", "waste.treatment.nav", "place", 62, ChainPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/balance", "waste.balance.nav", "scale", 64, ChainPermissions.READ));
    }

    @Override
    public List<FigureSource> figures() {
        return figures.all();
    }

    @Override
    public List<Permission> permissions() {
        return ChainPermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/waste", "/waste/**", "/api/v1/facilities", "/api/v1/waste/balance/published");
    }
}
