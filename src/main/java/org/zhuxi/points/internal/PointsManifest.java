package org.zhuxi.points.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.Entrusted;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.points.PointsPermissions;

@Component
class PointsManifest implements Manifest {

    private final PointsIssued issued;

    PointsManifest(PointsIssued issued) {
        this.issued = issued;
    }

    @Override
    public String module() {
        return "points";
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(Shell.RESIDENT, "/me/points", "points.nav.mine", "leaf", 20, null),
                new NavigationEntry(Shell.PUBLIC, "/shops", "shops.nav.public", "coin", 45, null),
                new NavigationEntry(Shell.RESIDENT, "/me/shop", "shops.nav.mine", "coin", 30, null),
                new NavigationEntry(Shell.FIELD, "/field/shop", "shops.nav.field", "coin", 40, PointsPermissions.SERVE),
                new NavigationEntry(Shell.WORK, "/work/shops", "shops.nav.work", "coin", 52, PointsPermissions.SERVE),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/settlements",
                        "shops.nav.settlements",
                        "list",
                        53,
                        PointsPermissions.READ_SETTLEMENTS),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/points/expiring",
                        "shops.nav.expiring",
                        "history",
                        54,
                        PointsPermissions.READ),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/points/campaigns",
                        "points.nav.campaigns",
                        "leaf",
                        51,
                        PointsPermissions.OVERVIEW),
                new NavigationEntry(
                        Shell.WORK, "/work/points/gifts", "points.nav.gifts", "people", 56, PointsPermissions.ADJUST),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/points/quarantines",
                        "points.nav.quarantines",
                        "key",
                        55,
                        PointsPermissions.QUARANTINE),
                new NavigationEntry(
                        Shell.WORK, "/work/points", "points.nav.ledger", "coin", 50, PointsPermissions.OVERVIEW),
                new NavigationEntry(
                        Shell.WORK, "/work/points/rules", "points.nav.rules", "book", 51, PointsPermissions.OVERVIEW));
    }

    @Override
    public List<Entrusted> entrusted() {
        return List.of(
                new Entrusted("shop", "order", "POST", "/me/shop/redemptions"),
                new Entrusted("shop", "cancel", "POST", "/me/shop/redemptions/{id}/void"),
                new Entrusted("gifts", "see", "GET", "/me/points/gifts"),
                new Entrusted("gifts", "agree", "POST", "/me/points/gifts/agreements"),
                new Entrusted("gifts", "decline", "POST", "/me/points/gifts/agreements/{from}/removal"),
                Entrusted.look("orders", "/me/shop/redemptions"),
                Entrusted.look("order", "/me/shop/redemptions/{id}"),
                Entrusted.look("receipt", "/me/points/{posting}/receipt"));
    }

    @Override
    public List<Permission> permissions() {
        return PointsPermissions.all();
    }

    @Override
    public List<FigureSource> figures() {
        return List.of(issued);
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/api/v1/points/trial-balance",
                "/api/v1/points/daily-statements/**",
                "/api/v1/points/campaigns",
                "/campaigns",
                "/ledger",
                "/ledger/**",
                "/shops",
                "/shops/**",
                "/api/v1/shops",
                "/api/v1/shops/*");
    }
}
