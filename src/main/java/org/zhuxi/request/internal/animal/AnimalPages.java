package org.zhuxi.request.internal.animal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.animal.NewAnimal;
import org.zhuxi.request.animal.Shelter;
import org.zhuxi.request.animal.ShelterAnimal;
import org.zhuxi.request.animal.ShelterAnimal.Species;
import org.zhuxi.request.animal.ShelterAnimal.State;

/** The shelter log at the desk. */
@Controller
class AnimalPages {

    static final String PATH = "/work/animals";
    private static final int PAGE = 50;
    private static final int FILE_PAGE = 1_000;

    private final Shelter shelter;
    private final WorkPlaces work;

    AnimalPages(Shelter shelter, WorkPlaces work) {
        this.shelter = shelter;
        this.work = work;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable UUID after) {
        return page(actor, work.of(actor, RequestPermissions.HANDLE, place), state, after, Map.of());
    }

    private ModelAndView page(Actor actor, Place at, String state, @Nullable UUID after, Map<String, String> typed) {
        var found =
                shelter.list(actor, at.path(), Typed.find(State.class, state).orElse(null), PAGE, after);
        var next = found.next();
        return new ModelAndView("request/animal/list")
                .addObject("place", at)
                .addObject("state", state)
                .addObject("found", found.items())
                .addObject(
                        "next", next == null ? "" : Links.to(PATH, "place", at.code(), "state", state, "after", next))
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code(), "state", state))
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView takeIn(Actor actor, @RequestParam Map<String, String> fields) {
        try {
            var animal = shelter.takeIn(
                    actor,
                    Ids.next(),
                    new NewAnimal(
                            fields.get("place"),
                            null,
                            Typed.choice("species", Species.class, fields.get("species")),
                            fields.get("looks"),
                            fields.get("keptAt"),
                            Typed.optionalDay("takenInOn", fields.get("takenInOn"))
                                    .orElse(null)),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + PATH + "/" + animal.id());
        } catch (RequestRefused | Mistyped refused) {
            var at = work.of(actor, RequestPermissions.HANDLE, null);
            return Wrong.again(page(actor, at, "", null, fields), (Refused) refused);
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(shelter.get(actor, id), Map.of());
    }

    private ModelAndView one(ShelterAnimal animal, Map<String, String> typed) {
        return new ModelAndView("request/animal/one")
                .addObject("animal", animal)
                .addObject("steps", shelter.steps(animal))
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH + "/{id}/steps")
    ModelAndView note(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var animal = shelter.get(actor, id);
        try {
            shelter.note(
                    actor,
                    id,
                    Typed.choice("state", State.class, fields.get("state")),
                    Typed.optionalDay("on", fields.get("on")).orElse(null),
                    fields.get("words"));
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (Mistyped refused) {
            return Wrong.again(one(animal, fields), refused);
        }
    }

    @GetMapping(PATH + ".csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, RequestPermissions.HANDLE, place);
        var only = Typed.find(State.class, state).orElse(null);
        var page = shelter.list(actor, at.path(), only, FILE_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "animals-" + at.code(),
                "id",
                "place",
                "species",
                "looks",
                "kept_at",
                "taken_in_on",
                "state",
                "origin")) {
            while (true) {
                for (var it : page.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.species(),
                            it.looks(),
                            it.keptAt(),
                            it.takenInOn(),
                            it.state(),
                            it.origin());
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = shelter.list(actor, at.path(), only, FILE_PAGE, UUID.fromString(next));
            }
        }
    }
}
