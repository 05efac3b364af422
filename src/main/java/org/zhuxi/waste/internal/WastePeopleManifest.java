package org.zhuxi.waste.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityFigures;
import org.zhuxi.activity.FigureDeclaration;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.manifest.Manifest;
import org.zhuxi.platform.manifest.NavigationEntry;
import org.zhuxi.platform.manifest.Shell;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.buyback.BuyBackPermissions;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.kit.KitPermissions;
import org.zhuxi.waste.neighbour.NeighbourPermissions;
import org.zhuxi.waste.team.TeamPermissions;
import org.zhuxi.waste.visit.VisitPermissions;

/** The people's side of the waste module: who buys, visits, keeps watch, helps and learns. */
@Component
class WastePeopleManifest implements Manifest {

    private final ActivityFigures figures;

    WastePeopleManifest(ActivityFigures figures) {
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
                        Shell.FIELD, "/field/buy-back", "waste.nav.buyback", "coin", 60, BuyBackPermissions.RECORD),
                new NavigationEntry(
                        Shell.WORK, "/work/buy-back", "waste.nav.buyback", "scale", 48, BuyBackPermissions.READ),
                new NavigationEntry(
                        Shell.FIELD, "/field/visits", "waste.nav.visits", "people", 40, VisitPermissions.VISIT),
                new NavigationEntry(
                        Shell.WORK, "/work/visits", "waste.nav.visits", "people", 44, VisitPermissions.PLAN),
                new NavigationEntry(Shell.WORK, "/work/kits", "waste.nav.kits", "card", 43, KitPermissions.GIVE),
                new NavigationEntry(Shell.FIELD, "/field/duty", "waste.nav.duty", "history", 50, TeamPermissions.SERVE),
                new NavigationEntry(Shell.WORK, "/work/team", "waste.nav.team", "leaf", 45, TeamPermissions.LEAD),
                new NavigationEntry(
                        Shell.WORK, "/work/tasks", "waste.nav.tasks", "check", 46, NeighbourPermissions.CHECK_TASKS),
                new NavigationEntry(
                        Shell.WORK, "/work/pairs", "waste.nav.pairs", "people", 47, NeighbourPermissions.PAIR),
                new NavigationEntry(Shell.RESIDENT, "/me/tasks", "waste.nav.taking-part", "people", 40, null),
                new NavigationEntry(Shell.PUBLIC, "/recyclers", "waste.nav.recyclers", "coin", 55, null));
    }

    @Override
    public List<FigureSource> figures() {
        var kinds = Arrays.stream(Material.values()).map(Material::kind).toList();
        var recovered = Stream.concat(Stream.of(WasteClass.RECYCLABLE.kind()), kinds.stream())
                .toList();
        return List.of(
                mass(
                        "waste.buyback.mass",
                        new Names("有价回收", "Bought back"),
                        new Names(
                                "回收员称重、付钱收走的可回收物质量之和；已作为投放记过的不再计。",
                                "The mass that recyclers weighed and paid for; what was recorded as a drop is not counted again."),
                        kinds),
                mass(
                        "waste.recovered.mass",
                        new Names("可回收物合计", "Recyclables altogether"),
                        new Names(
                                "投放的可回收物与有价回收之和，同一袋只算一次。",
                                "Recyclables dropped and bought back together; no bag counts twice."),
                        recovered));
    }

    private FigureSource mass(String code, Names names, Names formula, List<String> kinds) {
        return figures.sum(new FigureDeclaration(code, names, formula, new Names("kg", "kg"), kinds, "mass", 1));
    }

    @Override
    public List<Permission> permissions() {
        var all = new ArrayList<Permission>();
        all.addAll(BuyBackPermissions.all());
        all.addAll(KitPermissions.all());
        all.addAll(VisitPermissions.all());
        all.addAll(TeamPermissions.all());
        all.addAll(NeighbourPermissions.all());
        return all;
    }

    @Override
    public List<String> guessablePaths() {
        return List.of(
                "/receipts", "/certificates", "/calendar.ics", "/calendar/*", "/api/v1/hour-certificates/by-code");
    }

    @Override
    public List<String> tokenlessForms() {
        return List.of("/receipts", "/certificates");
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/receipts",
                "/certificates",
                "/calendar.ics",
                "/calendar/*",
                "/api/v1/hour-certificates/by-code",
                "/recyclers",
                "/api/v1/recyclers",
                "/api/v1/recyclers/*/prices");
    }
}
