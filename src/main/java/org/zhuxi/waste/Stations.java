package org.zhuxi.waste;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.place.Site;
import org.zhuxi.waste.internal.StationKey;
import org.zhuxi.waste.internal.StationRow;
import org.zhuxi.waste.internal.StationStore;

/** Drop-off stations and when they are open. Everyone may read; those who manage a place's stations may change. */
@Service
public class Stations {

    /** The type of the site a station stands on. */
    public static final String SITE_TYPE = "drop-off-station";

    private static final int AT_MOST = 100;

    private final StationStore store;
    private final Places places;
    private final Register register;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Stations(StationStore store, Places places, Register register, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.register = register;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds a station with a site of its own, for those who may add places as well; it has no opening windows yet.
     *
     * @throws Refused.NotFound when the code names no community
     */
    @Transactional
    public StationRef add(Actor actor, NewStation station) {
        var place = places.findByCode(station.community()).orElseThrow(() -> new Refused.NotFound(station.community()));
        var community = place.community();
        if (place.kind() != PlaceKind.COMMUNITY || community == null) {
            throw new Refused.NotFound(station.community());
        }
        actor.require(WastePermissions.MANAGE_STATIONS, place.path());
        requireNote(station.note());
        var code = nextCode(place);
        register.addPlaces(
                actor,
                community,
                List.of(NewPlace.site(code, SITE_TYPE, station.name(), station.location(), station.origin())));
        var site = places.sitesAt(place.path(), SITE_TYPE).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
        return establish(actor, site, station);
    }

    private static void requireNote(String note) {
        if (note.length() > NewStation.LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new WasteRefused.Unreadable("note", "words-too-long", NewStation.LONGEST_NOTE);
        }
    }

    private String nextCode(Place community) {
        var taken = places.sitesAt(community.path(), SITE_TYPE).stream()
                .map(Site::code)
                .collect(Collectors.toSet());
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "%s-S-DROP%02d".formatted(community.code(), i))
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** Puts an existing site of the right type to use as a drop-off station; it has no opening windows yet. */
    @Transactional
    public StationRef establish(Actor actor, Site site, NewStation station) {
        actor.require(WastePermissions.MANAGE_STATIONS, site.path());
        requireNote(station.note());
        var ref = new StationRef(site.community(), site.id());
        if (!store.insert(ref, station)) {
            throw new WasteRefused.StationExists(site.name().zh());
        }
        events.publishEvent(new Audited(
                actor, "station.added", site.code(), site.path(), site.name().zh()));
        return ref;
    }

    /** Stations at or below a place, with whether they are open now. */
    @Transactional(readOnly = true)
    public Slice<StationView> list(PlacePath at, int limit, @Nullable String after) {
        var communities = at.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(at).stream().map(Community::id).toList();
        var rows = Slice.of(store.list(communities, StationKey.parse(after), limit + 1), limit, StationRow::key);
        var here = views(rows.items()).stream()
                .filter(view -> at.contains(view.station().site().path()))
                .toList();
        return new Slice<>(here, rows.next());
    }

    /** The station on this site. */
    @Transactional(readOnly = true)
    public StationView get(UUID site) {
        return find(site).orElseThrow(() -> new Refused.NotFound(site));
    }

    @Transactional(readOnly = true)
    public Optional<StationView> find(UUID site) {
        return views(store.find(site)).stream().findFirst();
    }

    /** The stations at which this actor may do what the permission allows; at most a hundred a place. */
    @Transactional(readOnly = true)
    public List<StationView> listFor(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> permission.roles().contains(grant.role()))
                .map(Grant::place)
                .distinct()
                .flatMap(place -> list(place, AT_MOST, null).items().stream())
                .distinct()
                .toList();
    }

    /** Whether the station's windows contain the moment; false as well when nobody has said when it opens. */
    @Transactional(readOnly = true)
    public boolean isOpenAt(StationRef station, Instant moment) {
        return hoursOf(station).isOpenAt(moment);
    }

    /** All that is known about when a station is open. */
    @Transactional(readOnly = true)
    public OpeningHours hoursOf(StationRef station) {
        return Objects.requireNonNull(
                store.hours(Map.of(station, zoneOf(station))).get(station));
    }

    /**
     * Sets the windows from a day on. What has been stays as it was: the day is today or later, unless it is the first
     * timetable of the station. A later timetable that is planned already stays planned.
     */
    @Transactional
    public void setWindows(Actor actor, StationRef ref, LocalDate validFrom, List<OpeningWindow> windows) {
        var site = lock(actor, ref);
        OpeningWindow.findOverlap(windows).ifPresent(overlap -> {
            throw new WasteRefused.WindowsOverlap(overlap);
        });
        var today = today(ref);
        if (validFrom.isBefore(today) && !hoursOf(ref).timetables().isEmpty()) {
            throw new WasteRefused.TimetableInThePast(validFrom, today);
        }
        store.setTimetable(ref, new Timetable(validFrom, null, windows), actor.account(), clock.instant());
        var detail =
                validFrom + " " + windows.stream().map(OpeningWindow::describe).toList();
        events.publishEvent(new Audited(actor, "station.windows", site.code(), site.path(), detail));
    }

    /** Keeps a station closed on a day, today or later, and says why. */
    @Transactional
    public void close(Actor actor, StationRef ref, Closure closure) {
        var site = lock(actor, ref);
        requireNotPast(ref, closure.day());
        if (closure.reason().isBlank() || closure.reason().length() > Closure.REASON_LENGTH) {
            throw new WasteRefused.Unreadable("reason", "closure-reason", Closure.REASON_LENGTH);
        }
        store.close(ref, closure);
        events.publishEvent(
                new Audited(actor, "station.closed", site.code(), site.path(), closure.day() + " " + closure.reason()));
        events.publishEvent(new StationClosed(ref, site.name(), closure));
    }

    /** Takes a closure of today or a later day back. */
    @Transactional
    public void reopen(Actor actor, StationRef ref, LocalDate day) {
        var site = lock(actor, ref);
        requireNotPast(ref, day);
        store.reopen(ref, day);
        events.publishEvent(new Audited(actor, "station.reopened", site.code(), site.path(), day.toString()));
    }

    private Site lock(Actor actor, StationRef ref) {
        var site = places.findSite(ref.community(), ref.site()).orElseThrow(() -> new Refused.NotFound(ref.site()));
        actor.require(WastePermissions.MANAGE_STATIONS, site.path());
        if (store.lock(ref).isEmpty()) {
            throw new Refused.NotFound(ref.site());
        }
        return site;
    }

    private void requireNotPast(StationRef ref, LocalDate day) {
        var today = today(ref);
        if (day.isBefore(today)) {
            throw new WasteRefused.TimetableInThePast(day, today);
        }
    }

    private List<StationView> views(List<StationRow> rows) {
        var now = clock.instant();
        var communities = rows.stream()
                .map(row -> row.ref().community())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), places::getCommunity));
        var sites = communities.values().stream()
                .flatMap(community -> places.sitesAt(community.path(), SITE_TYPE).stream())
                .collect(Collectors.toMap(Site::id, Function.identity()));
        var zones = rows.stream()
                .map(StationRow::ref)
                .collect(Collectors.toMap(
                        Function.identity(),
                        ref -> Objects.requireNonNull(communities.get(ref.community()))
                                .zone()));
        var hours = store.hours(zones);
        return rows.stream()
                .filter(row -> sites.containsKey(row.ref().site()))
                .map(row -> view(
                        row.on(Objects.requireNonNull(sites.get(row.ref().site()))),
                        Objects.requireNonNull(hours.get(row.ref())),
                        now))
                .toList();
    }

    private static StationView view(Station station, OpeningHours hours, Instant now) {
        return new StationView(station, now.atZone(hours.zone()).toLocalDate(), hours, hours.at(now));
    }

    private LocalDate today(StationRef ref) {
        return clock.instant().atZone(zoneOf(ref)).toLocalDate();
    }

    private ZoneId zoneOf(StationRef ref) {
        return places.getCommunity(ref.community()).zone();
    }
}
