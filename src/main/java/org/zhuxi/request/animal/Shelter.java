package org.zhuxi.request.animal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.animal.ShelterAnimal.State;
import org.zhuxi.request.animal.ShelterAnimal.Step;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.animal.AnimalStore;

/** The shelter log: animals are taken in, and each entry afterwards says what became of one; nothing is taken out of it. */
@Service
public class Shelter {

    /** Longest description, in characters. */
    public static final int LOOKS = 200;

    /** Longest name of where an animal is kept, in characters. */
    public static final int KEPT_AT = 100;

    /** Longest words of an entry, in characters. */
    public static final int WORDS = 500;

    private static final int FIRST_YEAR = 2000;

    private final AnimalStore store;
    private final Places places;
    private final RequestGate gate;

    Shelter(AnimalStore store, Places places, RequestGate gate) {
        this.store = store;
        this.places = places;
        this.gate = gate;
    }

    /**
     * Takes an animal in. The same id again is answered with what is there.
     *
     * @throws RequestRefused.NoPlace when the place lies in no community, or the report in another
     */
    @Transactional
    public ShelterAnimal takeIn(Actor actor, UUID id, NewAnimal typed, Origin origin) {
        var at = place(typed.place());
        actor.require(RequestPermissions.HANDLE, at.path());
        var community = java.util.Objects.requireNonNull(at.community());
        var about = typed.request();
        if (about != null && !gate.get(about).community().equals(community)) {
            throw new RequestRefused.NoPlace();
        }
        var animal = new ShelterAnimal(
                community,
                id,
                at.code(),
                at.path(),
                about,
                Typed.required("species", typed.species()),
                Typed.words("looks", typed.looks(), LOOKS),
                Typed.words("keptAt", typed.keptAt(), KEPT_AT),
                day("takenInOn", typed.takenInOn(), LocalDate.of(FIRST_YEAR, 1, 1)),
                State.TAKEN_IN,
                origin);
        if (!store.insert(animal, actor.account(), gate.now())) {
            return store.find(id)
                    .filter(it -> it.path().equals(animal.path()))
                    .orElseThrow(RequestRefused.NoPlace::new);
        }
        gate.audit(actor, "animal.taken-in", id, at.path(), animal.species().name());
        return animal;
    }

    private Place place(@Nullable String code) {
        return places.findByCode(Typed.words("place", code, 60))
                .filter(it -> it.community() != null)
                .orElseThrow(RequestRefused.NoPlace::new);
    }

    private LocalDate day(String field, @Nullable LocalDate typed, LocalDate first) {
        var day = typed == null ? gate.today() : typed;
        if (day.isBefore(first) || day.isAfter(gate.today())) {
            throw new Mistyped.OutOfRange(field, first, gate.today());
        }
        return day;
    }

    /**
     * Says what became of an animal; what was said wrongly is followed by an entry that says it right.
     *
     * @param on the day; today when it is left out
     */
    @Transactional
    public ShelterAnimal note(
            Actor actor, UUID id, @Nullable State state, @Nullable LocalDate on, @Nullable String words) {
        var animal = get(actor, id);
        store.lock(animal);
        var now = Typed.required("state", state);
        var day = day("on", on, animal.takenInOn());
        var said = Typed.words("words", words, WORDS);
        store.note(animal, now, day, said, actor.account(), gate.now());
        gate.audit(actor, "animal.noted", id, animal.path(), now.name());
        return get(actor, id);
    }

    @Transactional(readOnly = true)
    public ShelterAnimal get(Actor actor, UUID id) {
        var found = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(RequestPermissions.HANDLE, found.path());
        return found;
    }

    /** The log of an animal, the first entry first. */
    @Transactional(readOnly = true)
    public List<Step> steps(ShelterAnimal animal) {
        return store.steps(animal);
    }

    /** Animals found at or below a place, the latest first. @param state of which; null for all */
    @Transactional(readOnly = true)
    public Slice<ShelterAnimal> list(
            Actor actor, PlacePath at, @Nullable State state, int limit, @Nullable UUID after) {
        actor.require(RequestPermissions.HANDLE, at);
        return store.list(at, state, limit, after);
    }
}
