package org.zhuxi.waste.internal.kit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.Doors;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.Bags;
import org.zhuxi.waste.kit.KitBatch;
import org.zhuxi.waste.kit.KitItem;
import org.zhuxi.waste.kit.KitPermissions;
import org.zhuxi.waste.kit.KitRefused;
import org.zhuxi.waste.kit.Kits;
import org.zhuxi.waste.kit.VoidReason;

/** Kits and bags at the office: stock, orders, labels, giving out, tracing. */
@Controller
public class KitPages {

    private static final int PAGE = 20;
    private static final int FILE_PAGE = 1_000;
    private static final int LABELS = 24;
    private static final int MOST_HOUSEHOLDS = 1_000;

    private final Kits kits;
    private final Bags bags;
    private final Places places;
    private final Doors doors;
    private final WorkPlaces work;

    KitPages(Kits kits, Bags bags, Places places, Doors doors, WorkPlaces work) {
        this.kits = kits;
        this.bags = bags;
        this.places = places;
        this.doors = doors;
        this.work = work;
    }

    @GetMapping("/work/kits")
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String done) {
        return show(actor, work.of(actor, KitPermissions.GIVE, place), Typed.NOTHING, FormProblem.NONE, after)
                .addObject("done", done != null);
    }

    @PostMapping("/work/kits/batches")
    ModelAndView order(Actor actor, @RequestParam Map<String, String> fields) {
        return change(
                actor,
                fields,
                form -> kits.order(
                        actor,
                        communityOf(work.named(form.get("place"))),
                        form.is("item", "KIT") ? KitItem.KIT : KitItem.BAG,
                        form.get("label"),
                        form.whole("codes", 1, 100_000),
                        Origin.RECORDED));
    }

    @PostMapping("/work/kits/batches/{id}/receipt")
    ModelAndView receive(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return change(actor, fields, form -> kits.receive(actor, Typed.id(id), form.whole("received", 1, 100_000)));
    }

    @PostMapping("/work/kits/batches/{id}/cancellation")
    ModelAndView cancel(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        return change(actor, fields, form -> kits.cancel(actor, Typed.id(id)));
    }

    @PostMapping("/work/kits/issues")
    ModelAndView give(Actor actor, @RequestParam Map<String, String> fields) {
        return change(actor, fields, form -> {
            var community = communityOf(work.named(form.get("place")));
            var first = code(form, "first");
            var households = form.has("building")
                    ? inBuilding(actor, community, form, first)
                    : List.of(doors.identify(actor, KitPermissions.GIVE, community, form.get("card")));
            var id = form.findId("id").orElseGet(Ids::next);
            bags.give(actor, id, first, form.whole("count", 1, 500), households, Origin.RECORDED);
        });
    }

    /** The households of a building in the order of doors that have not been given such an item yet. */
    private List<Household> inBuilding(Actor actor, CommunityId community, Typed form, BagCode first) {
        var code = places.getCommunity(community).code();
        var typed = form.plain("building").toUpperCase(java.util.Locale.ROOT);
        var building = places.findByCode(typed.startsWith(code) ? typed : code + "-" + typed)
                .filter(it -> it.kind() == PlaceKind.BUILDING)
                .orElseThrow(() -> new WasteRefused.Unreadable("building", "kit-building", form.get("building")));
        var item = kits.list(actor, community, 200, null).items().stream()
                .filter(batch -> batch.first().serial() <= first.serial()
                        && first.serial() < batch.first().serial() + batch.codes())
                .map(KitBatch::item)
                .findFirst()
                .orElseThrow(() -> new KitRefused.Unknown("first", first.printed()));
        var supplied = Set.copyOf(bags.supplied(community, item));
        return places.listHouseholds(actor, building.path(), null, MOST_HOUSEHOLDS, null).items().stream()
                .filter(household -> !supplied.contains(household.ref().id()))
                .toList();
    }

    @PostMapping("/work/kits/voids")
    ModelAndView declareVoid(Actor actor, @RequestParam Map<String, String> fields) {
        return change(actor, fields, form -> {
            if (form.is("reason", "RESTORE")) {
                bags.restore(actor, code(form, "code"));
            } else {
                bags.declareVoid(actor, code(form, "code"), reason(form));
            }
        });
    }

    private static VoidReason reason(Typed form) {
        try {
            return VoidReason.valueOf(form.get("reason"));
        } catch (IllegalArgumentException e) {
            throw new WasteRefused.Unreadable("reason", "bag-void-reason");
        }
    }

    @PostMapping("/work/kits/trace")
    ModelAndView trace(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            var trace = bags.trace(actor, code(form, "code"), form.get("why"));
            return show(actor, at, form, FormProblem.NONE, null).addObject("trace", trace);
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, at, form, problem, null));
        }
    }

    private ModelAndView change(Actor actor, Map<String, String> fields, Consumer<Typed> step) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            step.accept(form);
            return new ModelAndView("redirect:/work/kits?done&place=" + at.code());
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, at, form, problem, null));
        }
    }

    private ModelAndView show(Actor actor, Place at, Typed form, FormProblem problem, @Nullable String after) {
        var community = at.community();
        var path =
                community == null ? at.path() : places.getCommunity(community).path();
        actor.require(KitPermissions.GIVE, path);
        var batches =
                community == null ? new Slice<KitBatch>(List.of(), null) : kits.list(actor, community, PAGE, after);
        var next = new HashMap<KitBatch, String>();
        batches.items().forEach(batch -> bags.nextInStore(batch).ifPresent(code -> next.put(batch, code.printed())));
        return new ModelAndView("waste/kit/work")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, KitPermissions.GIVE))
                .addObject("batches", batches)
                .addObject("next", next)
                .addObject("form", form)
                .addObject("fresh", Ids.next().toString())
                .addObject("mayManage", community != null && actor.may(KitPermissions.MANAGE, path))
                .addObject("problem", problem);
    }

    @GetMapping("/work/kits/batches/{id}/labels")
    ModelAndView labels(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "0") String from) {
        var offset = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        var batch = kits.get(actor, Typed.id(id));
        var codes = kits.codes(actor, batch.id(), offset, LABELS);
        return new ModelAndView("waste/kit/labels")
                .addObject("batch", batch)
                .addObject("from", offset)
                .addObject("perPage", LABELS)
                .addObject(
                        "labels",
                        codes.stream()
                                .map(code -> new Label(code.printed(), QrCode.of(code.printed())))
                                .toList());
    }

    /** A label to stick on. */
    public record Label(String code, QrCode qr) {}

    @GetMapping("/work/kits.csv")
    void download(Actor actor, @RequestParam String place, HttpServletResponse response) throws IOException {
        var at = work.named(place);
        var community = communityOf(at);
        kits.issues(actor, community, 1, null);
        try (var csv = CsvTable.download(
                response, "kits-" + at.code(), "first_code", "codes", "item", "household", "issued_at")) {
            String after = null;
            do {
                var slice = kits.issues(actor, community, FILE_PAGE, after);
                for (var issue : slice.items()) {
                    csv.row(
                            issue.first().printed(),
                            issue.codes(),
                            issue.item(),
                            issue.household().id(),
                            issue.issuedAt());
                }
                after = slice.next();
            } while (after != null);
        }
    }

    private static BagCode code(Typed form, String field) {
        return BagCode.parse(form.get(field))
                .orElseThrow(() -> new WasteRefused.Unreadable(field, "bag-code", form.get(field)));
    }

    private static CommunityId communityOf(Place place) {
        var community = place.community();
        if (community == null) {
            throw new WasteRefused.Unreadable("place", "waste-community-needed", place.code());
        }
        return community;
    }
}
