package org.zhuxi.waste.internal.chain;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.waste.appointment.AppointmentPermissions;
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
                        Shell.FIELD,
                        "/field/round",
                        "waste.appointment.nav-round",
                        "list",
                        45,
                        AppointmentPermissions.SERVE),
                new NavigationEntry(
                        Shell.WORK, "/work/collections", "waste.collection.nav", "truck", 60, ChainPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/facilities", "waste.treatment.nav", "place", 62, ChainPermissions.READ),
                new NavigationEntry(
                        Shell.WORK, "/work/balance", "waste.balance.nav", "scale", 64, ChainPermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/hotspots",
                        "waste.hotspot.nav",
                        "chart",
                        66,
                        org.zhuxi.waste.WastePermissions.READ_ACCURACY),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/appointments",
                        "waste.appointment.nav-work",
                        "list",
                        68,
                        AppointmentPermissions.READ),
                new NavigationEntry(Shell.RESIDENT, "/me/appointments", "waste.appointment.nav-me", "truck", 40, null),
                new NavigationEntry(Shell.PUBLIC, "/waste", "waste.balance.nav-public", "scale", 55, null));
    }

    @Override
    public List<FigureSource> figures() {
        return figures.all();
    }

    @Override
    public List<Entrusted> entrusted() {
        return List.of(
                new Entrusted("appointments", "book", "POST", "/me/appointments"),
                new Entrusted("appointments", "cancel", "POST", "/me/appointments/{id}/cancellation"));
    }

    @Override
    public List<Permission> permissions() {
        return Stream.concat(ChainPermissions.all().stream(), AppointmentPermissions.all().stream())
                .toList();
    }

    @Override
    public List<String> publicPaths() {
        return List.of("/waste", "/waste/**", "/api/v1/facilities", "/api/v1/waste/balance/published");
    }
}
