package org.zhuxi.project.internal.asset;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.project.asset.Absence;
import org.zhuxi.project.asset.Asset;
import org.zhuxi.project.asset.AssetFilter;
import org.zhuxi.project.asset.AssetInspection;
import org.zhuxi.project.asset.AssetInspections;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.AssetStory;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.ClassLine;
import org.zhuxi.project.asset.CorridorTheme;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.asset.NewAsset;
import org.zhuxi.project.asset.NewInspection;
import org.zhuxi.project.internal.Filled;
import org.zhuxi.project.internal.Texts;

/** Inventories for programs; reading is open. */
@RestController
@RequestMapping("/api/v1/inventories")
class AssetsApi {

    private static final int PAGE = 200;

    private final Assets assets;
    private final AssetInspections inspections;
    private final WorkPlaces work;

    AssetsApi(Assets assets, AssetInspections inspections, WorkPlaces work) {
        this.assets = assets;
        this.inspections = inspections;
        this.work = work;
    }

    record Items(List<Asset> items, @Nullable String next) {}

    /** @param themes of the corridors; empty for other inventories */
    record Classes(
            String place,
            Inventory inventory,
            List<ClassLine> classes,
            List<Absence> absences,
            List<CorridorTheme> themes) {}

    record Closing(@Nullable String closing) {}

    record NewAbsence(
            @Nullable String place,
            @Nullable Inventory inventory,
            @Nullable AssetKind kind,
            @Nullable String words) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable String after) {
        var read = AssetQuery.read(query);
        var isChosen = query.containsKey("inventory");
        var filter = new AssetFilter(
                isChosen ? read.inventory() : null, read.kind(), read.words(), read.overdue(), read.open());
        var found = assets.list(work.open(place).path(), filter, PAGE, after);
        return new Items(found.items(), found.next());
    }

    @GetMapping("/classes")
    Classes classes(
            @RequestParam(required = false) @Nullable String place, @RequestParam(defaultValue = "") String inventory) {
        var at = work.open(place);
        var chosen = Filled.find(inventory, Inventory.class).orElse(Inventory.FACILITY);
        return new Classes(
                at.code(),
                chosen,
                assets.classes(at.path(), chosen),
                inspections.absences(at.path(), chosen),
                chosen == Inventory.CORRIDOR ? assets.themes(at.path()) : List.of());
    }

    @GetMapping("/{id}")
    AssetStory get(@PathVariable UUID id) {
        return assets.story(id);
    }

    @PutMapping("/{id}")
    Asset add(Actor actor, @PathVariable UUID id, @RequestBody NewAsset body) {
        return assets.add(actor, id, body, Origin.RECORDED);
    }

    @PostMapping("/{id}/inspections")
    AssetInspection inspect(Actor actor, @PathVariable UUID id, @RequestBody NewInspection body) {
        return inspections.inspect(actor, id, body);
    }

    @PostMapping("/{id}/findings/{finding}/closing")
    AssetStory close(Actor actor, @PathVariable UUID id, @PathVariable UUID finding, @RequestBody Closing body) {
        inspections.close(actor, id, finding, body.closing());
        return assets.story(id);
    }

    @PostMapping("/absences")
    Absence certify(Actor actor, @RequestBody NewAbsence body) {
        return inspections.certify(
                actor, body.place(), Texts.required("inventory", body.inventory()), body.kind(), body.words());
    }
}
