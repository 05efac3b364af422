package org.zhuxi.place.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Plate;
import org.zhuxi.place.PlateState;
import org.zhuxi.place.Plates;

/** Plates for programs of a community; what a plate leads to is the page {@code /q#code}. */
@RestController
@RequestMapping("/api/v1/plates")
class PlatesApi {

    private static final int MOST = 1_000;

    private final Plates plates;
    private final PlatePlaces asked;

    PlatesApi(Plates plates, PlatePlaces asked) {
        this.plates = plates;
        this.asked = asked;
    }

    /** @param place code of what the plate hangs at */
    record PlateJson(
            String code,
            String printed,
            PlaceKind kind,
            String place,
            Names label,
            PlateState state,
            Instant printedAt,
            Instant changedAt) {

        static PlateJson of(Plate plate) {
            return new PlateJson(
                    plate.code(),
                    plate.printed(),
                    plate.kind(),
                    plate.target(),
                    plate.label(),
                    plate.state(),
                    plate.printedAt(),
                    plate.changedAt());
        }
    }

    /**
     * @param place code of a community or of a place in it
     * @param kinds SITE, BUILDING, DWELLING
     */
    record Making(@Nullable String place, @Nullable List<String> kinds) {}

    /** @param state PRINTED, INSTALLED or DAMAGED */
    record Marking(@Nullable String code, @Nullable String state) {}

    record Replacing(@Nullable String code) {}

    @GetMapping
    Slice<PlateJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var found = plates.list(
                actor, asked.get(actor, place), PlatePlaces.filter(kind, state), Math.clamp(limit, 1, MOST), after);
        return new Slice<>(found.items().stream().map(PlateJson::of).toList(), found.next());
    }

    /** Makes the plates that are missing. */
    @PostMapping
    Map<String, Integer> make(Actor actor, @RequestBody Making wanted) {
        var kinds = PlatePlaces.kinds(Objects.requireNonNullElse(wanted.kinds(), List.of()));
        return Map.of("made", plates.make(actor, asked.get(actor, wanted.place()), kinds, Origin.RECORDED));
    }

    @PostMapping("/state")
    PlateJson mark(Actor actor, @RequestBody Marking wanted) {
        var state = PlatePlaces.state(Objects.requireNonNullElse(wanted.state(), ""));
        return PlateJson.of(plates.mark(actor, Objects.requireNonNullElse(wanted.code(), ""), state));
    }

    /** Answers the new plate; the old one is not valid any more. */
    @PostMapping("/replacement")
    PlateJson replace(Actor actor, @RequestBody Replacing wanted) {
        return PlateJson.of(plates.replace(actor, Objects.requireNonNullElse(wanted.code(), "")));
    }
}
