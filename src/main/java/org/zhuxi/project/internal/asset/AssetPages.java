package org.zhuxi.project.internal.asset;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.project.asset.AssetInspections;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.AssetPermissions;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.asset.Condition;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.asset.NewInspection;
import org.zhuxi.project.internal.Filled;
import org.zhuxi.project.internal.Gate;

/** Inventories at the desk: what there is, what is due, what is wrong. */
@Controller
class AssetPages {

    static final String PATH = "/work/inventories";

    private static final int PAGE = 40;
    private static final int CSV_PAGE = 500;

    private final Assets assets;
    private final AssetInspections inspections;
    private final WorkPlaces work;
    private final Gate gate;

    AssetPages(Assets assets, AssetInspections inspections, WorkPlaces work, Gate gate) {
        this.assets = assets;
        this.inspections = inspections;
        this.work = work;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable String after) {
        var at = work.allowed(actor, AssetPermissions.READ, place);
        return list(actor, at, query, after, Filled.NOTHING);
    }

    private ModelAndView list(Actor actor, Place at, Map<String, String> query, @Nullable String after, Filled filled) {
        var filter = AssetQuery.read(query);
        var inventory = Objects.requireNonNullElse(filter.inventory(), Inventory.FACILITY);
        var found = assets.list(at.path(), filter, PAGE, after);
        return new ModelAndView("project/asset/work")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("found", found)
                .addObject("lines", assets.classes(at.path(), inventory))
                .addObject("themes", inventory == Inventory.CORRIDOR ? assets.themes(at.path()) : List.of())
                .addObject("absences", inspections.absences(at.path(), inventory))
                .addObject("today", gate.today())
                .addObject("filled", filled)
                .addObject("mayAdd", actor.may(AssetPermissions.MANAGE, at.path()) && at.community() != null)
                .addObject("mayCertify", actor.may(AssetPermissions.CERTIFY, at.path()) && at.community() != null)
                .addObject("csv", AssetQuery.link(PATH + ".csv", at.code(), filter, null))
                .addObject("next", found.next() == null ? "" : AssetQuery.link(PATH, at.code(), filter, found.next()));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var at = work.allowed(actor, AssetPermissions.READ, place);
        var filter = AssetQuery.read(query);
        try (var csv = CsvTable.download(response, "inventory-" + at.code(), AssetRows.HEADS)) {
            String after = null;
            do {
                var slice = assets.list(at.path(), filter, CSV_PAGE, after);
                for (var it : slice.items()) {
                    csv.row(AssetRows.cells(it));
                }
                after = slice.next();
            } while (after != null);
        }
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place, @RequestParam Map<String, String> query) {
        var at = work.allowed(actor, AssetPermissions.MANAGE, place);
        var filter = AssetQuery.read(query);
        return form(
                new Filled("new", Map.of("place", at.code()), null),
                Objects.requireNonNullElse(filter.inventory(), Inventory.FACILITY),
                Ids.next());
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("new", fields);
        work.allowed(actor, AssetPermissions.MANAGE, filled.text("place"));
        var id = Ids.next();
        try {
            var typed = AssetForm.read(filled);
            var asset = assets.add(actor, Objects.requireNonNullElse(filled.id("id"), id), typed, Origin.RECORDED);
            return new ModelAndView("redirect:" + PATH + "/" + asset.id());
        } catch (Refused refused) {
            var kind = Filled.find(filled.text("kind"), AssetKind.class).orElse(AssetKind.WATER);
            return again(form(filled.with(refused), kind.inventory(), id), refused);
        }
    }

    private static ModelAndView form(Filled filled, Inventory inventory, UUID id) {
        return new ModelAndView("project/asset/new")
                .addObject("filled", filled)
                .addObject("inventory", inventory)
                .addObject("id", id);
    }

    private static ModelAndView again(ModelAndView page, Refused refused) {
        var kind = refused.problem().kind();
        if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
            throw refused;
        }
        page.setStatus(HttpStatusCode.valueOf(kind.status()));
        return page;
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, id, Filled.NOTHING);
    }

    private ModelAndView one(Actor actor, UUID id, Filled filled) {
        var story = assets.story(id);
        var path = story.asset().path();
        actor.require(AssetPermissions.READ, path);
        return new ModelAndView("project/asset/one")
                .addObject("story", story)
                .addObject("filled", filled)
                .addObject("today", gate.today())
                .addObject("mayInspect", actor.may(AssetPermissions.INSPECT, path))
                .addObject("mayManage", actor.may(AssetPermissions.MANAGE, path));
    }

    @PostMapping(PATH + "/{id}/inspections")
    ModelAndView inspect(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("inspection", fields);
        return change(
                actor,
                id,
                AssetPermissions.INSPECT,
                filled,
                () -> inspections.inspect(
                        actor,
                        id,
                        new NewInspection(
                                filled.day("on"),
                                filled.choice("condition", Condition.class),
                                filled.text("words"),
                                Arrays.stream(filled.text("findings").split("\\R", -1))
                                        .map(String::strip)
                                        .toList(),
                                filled.day("due"),
                                filled.whole("stars"))));
    }

    @PostMapping(PATH + "/{id}/findings/{finding}/closing")
    ModelAndView close(
            Actor actor, @PathVariable UUID id, @PathVariable UUID finding, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("closing-" + finding, fields);
        return change(
                actor,
                id,
                AssetPermissions.INSPECT,
                filled,
                () -> inspections.close(actor, id, finding, filled.text("closing")));
    }

    @PostMapping(PATH + "/{id}/retirement")
    ModelAndView retire(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("retirement", fields);
        return change(
                actor, id, AssetPermissions.MANAGE, filled, () -> assets.retire(actor, id, filled.text("reason")));
    }

    private ModelAndView change(Actor actor, UUID id, Permission permission, Filled filled, Runnable change) {
        actor.require(permission, assets.get(id).path());
        try {
            change.run();
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (Refused refused) {
            return again(one(actor, id, filled.with(refused)), refused);
        }
    }

    @PostMapping("/work/absences")
    ModelAndView certify(Actor actor, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("absence", fields);
        var at = work.allowed(actor, AssetPermissions.CERTIFY, filled.text("place"));
        var inventory = Filled.find(filled.text("inventory"), Inventory.class).orElse(Inventory.FACILITY);
        try {
            inspections.certify(
                    actor, at.code(), inventory, filled.choice("kind", AssetKind.class), filled.text("words"));
            return new ModelAndView("redirect:" + PATH + "?place=" + at.code() + "&inventory=" + inventory);
        } catch (Refused refused) {
            return again(list(actor, at, Map.of("inventory", inventory.name()), null, filled.with(refused)), refused);
        }
    }

    @PostMapping("/work/absences/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        inspections.withdraw(actor, id);
        return new ModelAndView("redirect:" + PATH);
    }
}
