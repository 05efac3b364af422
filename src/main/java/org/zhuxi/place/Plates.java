package org.zhuxi.place;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.internal.PlateCode;
import org.zhuxi.place.internal.PlateStore;

/** Plates with QR codes at doors, buildings and sites. Whoever scans one may read what it leads to; staff makes them. */
@Service
public class Plates {

    /** What can have a plate. */
    public static final Set<PlaceKind> KINDS =
            Set.copyOf(EnumSet.of(PlaceKind.DWELLING, PlaceKind.BUILDING, PlaceKind.SITE));

    /** Most plates that are made at once. */
    public static final int MOST = 10_000;

    /** A number is drawn among a million; more than a few draws happen only when nearly all are taken. */
    private static final int DRAWS = 20;

    private final PlateStore store;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Plates(PlateStore store, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes a plate for every place of these kinds, at or below a place of a community, that has none; asked twice it makes none
     * the second time.
     *
     * @return how many were made, at most {@link #MOST}
     * @throws PlateRefused.NoKind when no kind can have a plate
     */
    @Transactional
    public int make(Actor by, Place at, Set<PlaceKind> kinds, Origin origin) {
        var community = communityOf(at);
        by.require(PlacePermissions.MANAGE_PLATES, at.path());
        if (kinds.isEmpty() || !KINDS.containsAll(kinds)) {
            throw new PlateRefused.NoKind();
        }
        var made = 0;
        for (var draw = 0; draw < DRAWS && made < MOST; draw++) {
            var bare = store.listBare(community, below(at), kinds, MOST - made);
            if (bare.isEmpty()) {
                break;
            }
            var codes = bare.stream()
                    .map(place -> PlateCode.draw(community, random))
                    .toList();
            made += store.insert(community, bare, codes, by.account(), clock.instant(), origin);
        }
        events.publishEvent(new Audited(by, "place.plate.make", at.code(), at.path(), made + " new"));
        return made;
    }

    /** The plate with this code, valid or not; for everybody. */
    @Transactional(readOnly = true)
    public Optional<Plate> find(String code) {
        return PlateCode.parse(code).flatMap(read -> store.find(read.community(), read.code()));
    }

    /** The plates at or below a place of a community, in order of the places. */
    @Transactional(readOnly = true)
    public Slice<Plate> list(Actor actor, Place at, PlateFilter filter, int limit, @Nullable String after) {
        var community = communityOf(at);
        actor.require(PlacePermissions.MANAGE_PLATES, at.path());
        var found = store.list(community, below(at), filter, limit + 1, after == null ? "" : after);
        return Slice.of(found, limit, plate -> plate.target() + "~" + plate.printedAt());
    }

    /**
     * Says what became of a plate.
     *
     * @throws PlateRefused.Replaced when it is not valid any more
     * @throws PlateRefused.NoState for REPLACED; see {@link #replace}
     */
    @Transactional
    public Plate mark(Actor by, String code, PlateState state) {
        if (state == PlateState.REPLACED) {
            throw new PlateRefused.NoState(state.name());
        }
        return change(by, get(code), state);
    }

    /**
     * Makes a new plate for the place of this one, which is not valid from now on.
     *
     * @throws PlateRefused.Replaced when it was replaced before
     */
    @Transactional
    public Plate replace(Actor by, String code) {
        var old = get(code);
        change(by, old, PlateState.REPLACED);
        var bare = List.of(new PlateStore.Bare(old.target(), old.kind()));
        for (var draw = 0; draw < DRAWS; draw++) {
            var fresh = PlateCode.draw(old.community(), random);
            if (store.insert(old.community(), bare, List.of(fresh), by.account(), clock.instant(), Origin.RECORDED)
                    == 1) {
                return store.find(old.community(), fresh).orElseThrow();
            }
        }
        throw new IllegalStateException("No code is left in community " + old.community());
    }

    private Plate change(Actor by, Plate plate, PlateState state) {
        by.require(PlacePermissions.MANAGE_PLATES, plate.path());
        if (!store.change(plate.community(), plate.code(), state, by.account(), clock.instant())) {
            throw new PlateRefused.Replaced(plate.printed());
        }
        var what = plate.target() + ": " + plate.state() + " → " + state;
        events.publishEvent(new Audited(by, "place.plate.change", plate.printed(), plate.path(), what));
        return store.find(plate.community(), plate.code()).orElseThrow();
    }

    private Plate get(String code) {
        return find(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    private static @Nullable String below(Place at) {
        return at.kind() == PlaceKind.COMMUNITY ? null : at.code();
    }

    private static CommunityId communityOf(Place at) {
        if (at.community() == null) {
            throw new Refused.NotFound(at.code());
        }
        return Objects.requireNonNull(at.community());
    }
}
