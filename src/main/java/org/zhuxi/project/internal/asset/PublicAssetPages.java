package org.zhuxi.project.internal.asset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.project.asset.AssetInspections;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.ClassLine;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.internal.Gate;

/** Inventories for everybody: how each class stands, and one asset with what was found. */
@Controller
class PublicAssetPages {

    private static final int PAGE = 40;

    private final Assets assets;
    private final AssetInspections inspections;
    private final WorkPlaces work;
    private final MapSettings tiles;
    private final Gate gate;

    PublicAssetPages(Assets assets, AssetInspections inspections, WorkPlaces work, MapSettings tiles, Gate gate) {
        this.assets = assets;
        this.inspections = inspections;
        this.work = work;
        this.tiles = tiles;
        this.gate = gate;
    }

    @GetMapping("/inventories")
    ModelAndView list(
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable String after) {
        var at = work.open(place);
        var filter = AssetQuery.read(query);
        var inventory = Objects.requireNonNullElse(filter.inventory(), Inventory.FACILITY);
        var lines = new EnumMap<Inventory, List<ClassLine>>(Inventory.class);
        for (var one : Inventory.values()) {
            lines.put(one, assets.classes(at.path(), one));
        }
        var found = assets.list(at.path(), filter, PAGE, after);
        return new ModelAndView("project/asset/public-list")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("lines", lines)
                .addObject("themes", inventory == Inventory.CORRIDOR ? assets.themes(at.path()) : List.of())
                .addObject("absences", inspections.absences(at.path(), inventory))
                .addObject("found", found)
                .addObject("today", gate.today())
                .addObject("tiles", tiles)
                .addObject("map", AssetQuery.link(AssetMap.PATH, at.code(), filter, null))
                .addObject(
                        "next",
                        found.next() == null ? "" : AssetQuery.link("/inventories", at.code(), filter, found.next()));
    }

    @GetMapping("/inventories/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("project/asset/public")
                .addObject("story", assets.story(id))
                .addObject("today", gate.today());
    }
}
