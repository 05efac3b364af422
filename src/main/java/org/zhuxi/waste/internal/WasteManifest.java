package org.zhuxi.waste.internal;

import java.util.Arrays;
import java.util.List;
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
import org.zhuxi.waste.WastePermissions;

/** What the waste module offers. */
@Component
class WasteManifest implements Manifest {

    private static final Names KILOGRAM = new Names("kg", "kg");

    private final ActivityFigures figures;

    WasteManifest(ActivityFigures figures) {
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
                        Shell.FIELD, "/field", "waste.nav.today", "home", 10, WastePermissions.RECORD_DROPS),
                new NavigationEntry(
                        Shell.FIELD, "/field/drop", "waste.nav.drop", "scale", 20, WastePermissions.RECORD_DROPS),
                new NavigationEntry(
                        Shell.FIELD, "/field/app", "waste-field.nav", "scale", 15, WastePermissions.RECORD_DROPS),
                new NavigationEntry(
                        Shell.FIELD,
                        "/field/rescue",
                        "waste-field.rescue.nav",
                        "list",
                        95,
                        WastePermissions.RECORD_DROPS),
                new NavigationEntry(
                        Shell.FIELD, "/field/inspect", "waste.nav.inspect", "check", 30, WastePermissions.INSPECT),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/stations",
                        "waste.nav.stations",
                        "place",
                        40,
                        WastePermissions.READ_ACCURACY),
                new NavigationEntry(
                        Shell.WORK,
                        "/work/accuracy",
                        "waste.nav.accuracy",
                        "chart",
                        41,
                        WastePermissions.READ_ACCURACY),
                new NavigationEntry(Shell.PUBLIC, "/stations", "waste.nav.where", "place", 40, null),
                new NavigationEntry(Shell.PUBLIC, "/sorting-guide", "waste.nav.guide", "book", 50, null));
    }

    @Override
    public List<FigureSource> figures() {
        return List.of(
                mass(
                        "waste.kitchen.mass",
                        new Names("厨余垃圾", "Kitchen waste"),
                        "各户投放的厨余垃圾质量之和；没有秤的按每袋常数估算。",
                        "The mass of kitchen waste that households brought; estimated from bags where there is no scale.",
                        WasteClass.KITCHEN),
                mass(
                        "waste.recyclable.mass",
                        new Names("可回收物", "Recyclables"),
                        "各户投放的可回收物质量之和；没有秤的按每袋常数估算。",
                        "The mass of recyclables that households brought; estimated from bags where there is no scale.",
                        WasteClass.RECYCLABLE),
                mass(
                        "waste.sorted.mass",
                        new Names("分出来的垃圾", "Waste sorted out"),
                        "厨余垃圾、可回收物、有害垃圾质量之和，不含其他垃圾。",
                        "Kitchen waste, recyclables and hazardous waste together, without residual waste.",
                        WasteClass.KITCHEN,
                        WasteClass.RECYCLABLE,
                        WasteClass.HAZARDOUS),
                figures.households(new FigureDeclaration(
                        "waste.households",
                        new Names("参与分类的家庭", "Households taking part"),
                        new Names(
                                "这段时间里至少有一次已核实投放的不同家庭数；少于 5 户不公布。",
                                "Different households with at least one verified drop in the period; withheld below 5."),
                        new Names("户", ""),
                        kinds(WasteClass.values()),
                        "mass",
                        0)));
    }

    private FigureSource mass(String code, Names names, String zh, String en, WasteClass... classes) {
        return figures.sum(new FigureDeclaration(code, names, new Names(zh, en), KILOGRAM, kinds(classes), "mass", 1));
    }

    private static List<String> kinds(WasteClass... classes) {
        return Arrays.stream(classes).map(WasteClass::kind).toList();
    }

    @Override
    public List<Permission> permissions() {
        return WastePermissions.all();
    }

    @Override
    public List<String> publicPaths() {
        return List.of(
                "/stations",
                "/stations/**",
                "/api/v1/communities/*/charts/*",
                "/sorting-guide",
                "/api/v1/stations/**",
                "/field/app",
                "/field/sw.js",
                "/app.webmanifest");
    }
}
