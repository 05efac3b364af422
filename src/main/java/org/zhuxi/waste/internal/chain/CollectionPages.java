package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.TableWriter;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.Collection;
import org.zhuxi.waste.chain.Collections;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.NewReceipt;
import org.zhuxi.waste.internal.FormProblem;

/** Collections at a desk: the list, one hand-over, its second weight, its difference, taking it back. */
@Controller
class CollectionPages {

    private static final int PAGE = 50;
    private static final int CSV_PAGE = 1_000;
    private static final String[] COLUMNS = {
        "id",
        "day",
        "class",
        "net_kg",
        "weighing",
        "received_kg",
        "difference_kg",
        "difference_percent",
        "plate",
        "driver",
        "facility",
        "state",
        "explanation",
        "settlement",
        "needs_review"
    };

    private final Collections collections;
    private final Facilities facilities;
    private final Activities activities;
    private final Places places;
    private final WorkPlaces work;

    CollectionPages(
            Collections collections, Facilities facilities, Activities activities, Places places, WorkPlaces work) {
        this.collections = collections;
        this.facilities = facilities;
        this.activities = activities;
        this.places = places;
        this.work = work;
    }

    @GetMapping("/work/collections")
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable String after) {
        var at = work.of(actor, ChainPermissions.READ, place);
        var filter = CollectionQuery.read(query);
        var page = new ModelAndView("waste/chain/collections");
        page.addObject("place", at);
        page.addObject("filter", filter);
        page.addObject("collections", collections.list(actor, at.path(), filter, PAGE, after));
        page.addObject("facilities", facilities.byCode());
        page.addObject("mayCollect", actor.may(ChainPermissions.COLLECT, at.path()));
        return page;
    }

    @GetMapping("/work/collections.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, ChainPermissions.READ, place);
        var filter = CollectionQuery.read(query);
        var slice = collections.list(actor, at.path(), filter, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "collections-" + at.code(), COLUMNS)) {
            print(csv, slice.items());
            while (slice.next() != null) {
                slice = collections.list(actor, at.path(), filter, CSV_PAGE, slice.next());
                print(csv, slice.items());
            }
        }
    }

    private static void print(TableWriter csv, Iterable<Collection> items) throws IOException {
        for (var it : items) {
            csv.row(
                    it.id(),
                    it.day(),
                    it.wasteClass().code(),
                    it.netKg(),
                    it.weighing(),
                    it.receivedKg(),
                    it.differenceKg().orElse(null),
                    it.differencePercent().orElse(null),
                    it.plate(),
                    it.driver(),
                    it.facility(),
                    it.state(),
                    it.explanation(),
                    it.settlement(),
                    it.needsReview());
        }
    }

    @GetMapping("/work/collections/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        return show(actor, id, FormProblem.NONE, "", "");
    }

    @PostMapping("/work/collections/{id}/receipt")
    ModelAndView receive(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String receivedKg,
            @RequestParam(defaultValue = "") String explanation) {
        return change(actor, id, receivedKg, explanation, () -> {
            var kg = ChainForm.number("receivedKg", receivedKg);
            if (kg == null) {
                throw new ChainRefused.Unreadable("receivedKg", "net-missing");
            }
            collections.receive(actor, id, new NewReceipt(kg, explanation));
        });
    }

    @PostMapping("/work/collections/{id}/settlement")
    ModelAndView settle(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return change(actor, id, "", note, () -> collections.settle(actor, id, note));
    }

    @PostMapping("/work/collections/{id}/reversal")
    ModelAndView reverse(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        collections.get(actor, id);
        return change(actor, id, "", reason, () -> activities.reverse(actor, id, reason));
    }

    private ModelAndView change(Actor actor, UUID id, String kg, String words, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/work/collections/" + id);
        } catch (Refused.Forbidden | Refused.NotFound refused) {
            throw refused;
        } catch (Refused refused) {
            var page = show(actor, id, new FormProblem(refused.problem()), kg, words);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView show(Actor actor, UUID id, FormProblem problem, String kg, String words) {
        var collection = collections.get(actor, id);
        var community = places.getCommunity(collection.community());
        var page = new ModelAndView("waste/chain/collection");
        page.addObject("collection", collection);
        page.addObject("community", community);
        page.addObject("facility", facilities.find(collection.facility()).orElse(null));
        page.addObject(
                "stations",
                collection.stations().stream()
                        .map(site ->
                                places.findSite(collection.community(), site).orElse(null))
                        .filter(Objects::nonNull)
                        .toList());
        page.addObject("problem", problem);
        page.addObject("kg", kg);
        page.addObject("words", words);
        page.addObject("mayReceive", actor.may(ChainPermissions.COLLECT, community.path()));
        page.addObject("maySettle", actor.may(ChainPermissions.EXPLAIN, community.path()));
        page.addObject("mayReverse", actor.may(ActivityPermissions.VERIFY, community.path()));
        return page;
    }
}
