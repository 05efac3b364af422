package org.zhuxi.carbon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.internal.BaselineStore;
import org.zhuxi.carbon.internal.Checking;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** How cities, counties or communities treat their waste, year by year, with evidence; offered to statements made there. */
@Service
public class BaselineMixes {

    private static final int FIRST_YEAR = 1950;

    private final BaselineStore store;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BaselineMixes(BaselineStore store, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** @param path where the place stands */
    public record Entered(
            UUID id,
            String place,
            PlacePath path,
            Names name,
            int year,
            BaselineMix mix,
            Instant enteredAt,
            Origin origin) {}

    /**
     * Enters the mix of a place and year; it counts from now on instead of what was entered before. The same id again is answered with
     * what is there. Statements made before keep the mix they name.
     *
     * @throws CarbonRefused when the shares are no whole, evidence is missing, or the place lies inside a community
     */
    @Transactional
    public Entered enter(Actor actor, UUID id, String code, int year, BaselineMix mix, Origin origin) {
        var place = places.findByCode(code.replace("\0", "").strip())
                .filter(found -> found.kind().ordinal() <= PlaceKind.COMMUNITY.ordinal())
                .orElseThrow(CarbonRefused.NoPlace::new);
        actor.require(CarbonPermissions.PUBLISH, place.path());
        if (year < FIRST_YEAR
                || year > clock.instant().atZone(java.time.ZoneOffset.UTC).getYear()) {
            throw new CarbonRefused.NoPeriod();
        }
        Checking.checkBaseline(mix);
        var known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        var entered = new Entered(id, place.code(), place.path(), place.name(), year, mix, clock.instant(), origin);
        store.insert(entered, actor.account());
        events.publishEvent(
                new Audited(actor, "carbon.baseline", id.toString(), place.path(), place.code() + " " + year));
        return entered;
    }

    /** What holds at a place for a year: of the nearest place above, the latest year up to it; empty when nothing is known. */
    @Transactional(readOnly = true)
    public Optional<Entered> find(PlacePath at, int year) {
        return store.nearest(at, year);
    }

    /** Everything entered at, below or above a place, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Entered> list(PlacePath at, int limit, @Nullable UUID after) {
        List<Entered> found = store.list(at, limit + 1, after);
        return Slice.of(found, limit, it -> it.id().toString());
    }
}
