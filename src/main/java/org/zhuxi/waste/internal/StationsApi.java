package org.zhuxi.waste.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.Opening;
import org.zhuxi.waste.OpeningWindow;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.Timetable;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.WasteRefused;

/** Drop-off stations for programs. */
@RestController
@RequestMapping("/api/v1/stations")
class StationsApi {

    private static final int MOST = 200;

    private final Stations stations;
    private final WorkPlaces work;

    StationsApi(Stations stations, WorkPlaces work) {
        this.stations = stations;
        this.work = work;
    }

    /** A station as JSON; times are local, {@code 24:00} is the end of the day. */
    record StationJson(
            UUID id,
            String code,
            Names name,
            @Nullable GeoPoint location,
            List<String> accepted,
            boolean weighs,
            String note,
            Origin origin,
            Opening.State state,
            @Nullable Instant openUntil,
            @Nullable Instant nextOpening,
            List<TimetableJson> timetables,
            List<Closure> closures) {

        static StationJson of(StationView view) {
            var station = view.station();
            return new StationJson(
                    station.site().id(),
                    station.site().code(),
                    station.site().name(),
                    station.site().location(),
                    station.accepted().stream().sorted().map(WasteClass::code).toList(),
                    station.weighs(),
                    station.note(),
                    station.origin(),
                    view.opening().state(),
                    view.opening().until(),
                    view.opening().next(),
                    view.hours().timetables().stream().map(TimetableJson::of).toList(),
                    view.hours().closures());
        }
    }

    /** @param validTo first day on which another timetable holds */
    record TimetableJson(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable List<WindowJson> windows) {

        static TimetableJson of(Timetable timetable) {
            return new TimetableJson(
                    timetable.validFrom(),
                    timetable.validTo(),
                    timetable.windows().stream().map(WindowJson::of).toList());
        }
    }

    /** @param days 1 for Monday to 7 for Sunday */
    record WindowJson(
            @Nullable Set<Integer> days,
            @Nullable String from,
            @Nullable String to) {

        static WindowJson of(OpeningWindow window) {
            var days = window.days().stream().map(java.time.DayOfWeek::getValue).collect(Collectors.toSet());
            return new WindowJson(new TreeSet<>(days), window.from(), window.to());
        }

        private OpeningWindow toWindow() {
            var known = (days == null ? Set.<Integer>of() : days)
                    .stream().filter(day -> day >= 1 && day <= 7).collect(Collectors.toSet());
            return TimetableForm.window(known, DropForm.text(from), DropForm.text(to));
        }
    }

    /** A page of a list. */
    record StationsJson(List<StationJson> items, @Nullable String next) {}

    @GetMapping
    StationsJson list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable String after) {
        var at = place.isBlank() ? PlacePath.NATION : work.named(place).path();
        Slice<StationView> slice = stations.list(at, Math.clamp(limit, 1, MOST), after);
        return new StationsJson(slice.items().stream().map(StationJson::of).toList(), slice.next());
    }

    @GetMapping("/{id}")
    StationJson get(@PathVariable UUID id) {
        return StationJson.of(stations.get(id));
    }

    @PutMapping("/{id}/windows")
    StationJson setWindows(Actor actor, @PathVariable UUID id, @RequestBody TimetableJson body) {
        var view = stations.get(id);
        if (body.validFrom() == null) {
            throw new WasteRefused.Unreadable("validFrom", "day-unreadable", "");
        }
        var windows = Objects.requireNonNullElse(body.windows(), List.<WindowJson>of()).stream()
                .map(WindowJson::toWindow)
                .toList();
        stations.setWindows(actor, view.station().ref(), body.validFrom(), windows);
        return get(id);
    }
}
