package org.zhuxi.request.internal.animal;

import java.time.LocalDate;
import java.util.List;
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
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.animal.NewAnimal;
import org.zhuxi.request.animal.Shelter;
import org.zhuxi.request.animal.ShelterAnimal;
import org.zhuxi.request.animal.ShelterAnimal.Species;
import org.zhuxi.request.animal.ShelterAnimal.State;
import org.zhuxi.request.animal.ShelterAnimal.Step;

/** The shelter log for programs of staff. */
@RestController
@RequestMapping("/api/v1/shelter-animals")
class AnimalsApi {

    private static final int PAGE = 100;

    private final Shelter shelter;
    private final WorkPlaces work;

    AnimalsApi(Shelter shelter, WorkPlaces work) {
        this.shelter = shelter;
        this.work = work;
    }

    record Item(
            UUID id,
            String place,
            @Nullable UUID request,
            Species species,
            String looks,
            String keptAt,
            LocalDate takenInOn,
            State state,
            Origin origin) {

        static Item of(ShelterAnimal it) {
            return new Item(
                    it.id(),
                    it.place(),
                    it.request(),
                    it.species(),
                    it.looks(),
                    it.keptAt(),
                    it.takenInOn(),
                    it.state(),
                    it.origin());
        }
    }

    record Story(Item animal, List<Step> steps) {}

    record Note(
            @Nullable State state,
            @Nullable LocalDate on,
            @Nullable String words) {}

    /** @param after the {@code next} of the answer before */
    @GetMapping
    Slice<Item> list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, RequestPermissions.HANDLE, place);
        var found = shelter.list(actor, at.path(), state, PAGE, after);
        return new Slice<>(found.items().stream().map(Item::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    Story get(Actor actor, @PathVariable UUID id) {
        var animal = shelter.get(actor, id);
        return new Story(Item.of(animal), shelter.steps(animal));
    }

    @PutMapping("/{id}")
    Item takeIn(Actor actor, @PathVariable UUID id, @RequestBody NewAnimal body) {
        return Item.of(shelter.takeIn(actor, id, body, Origin.RECORDED));
    }

    @PostMapping("/{id}/steps")
    Story note(Actor actor, @PathVariable UUID id, @RequestBody Note body) {
        shelter.note(actor, id, body.state(), body.on(), body.words());
        return get(actor, id);
    }
}
