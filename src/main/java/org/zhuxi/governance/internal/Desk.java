package org.zhuxi.governance.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Placed;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/** What all of this module's facades need: where, when, who, and what is remembered. */
@Component
public class Desk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Places places;
    private final Rollups rollups;
    private final Acts acts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Desk(Places places, Rollups rollups, Acts acts, Clock clock, ApplicationEventPublisher events) {
        this.places = places;
        this.rollups = rollups;
        this.acts = acts;
        this.clock = clock;
        this.events = events;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return day(now());
    }

    /** The local day of a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The community, quarter or building with this code. */
    public Place place(@Nullable String code) {
        return places.findByCode(Typed.words("place", code, 40))
                .filter(place -> place.kind() == PlaceKind.COMMUNITY
                        || place.kind() == PlaceKind.QUARTER
                        || place.kind() == PlaceKind.BUILDING)
                .orElseThrow(GovernanceRefused.NoPlace::new);
    }

    public CommunityId community(Place place) {
        var community = place.community();
        if (community == null) {
            throw new GovernanceRefused.NoPlace();
        }
        return community;
    }

    /**
     * What is there under an id that was taken. What is made up or taken over may be told again in other words.
     *
     * @param isSame whether the same was typed
     * @throws GovernanceRefused.Conflict when it is of another place, or something else
     */
    public static <T extends Placed> T known(Optional<T> there, T wanted, Predicate<T> isSame) {
        return there.filter(it -> it.path().equals(wanted.path()))
                .filter(it -> wanted.origin() != Origin.RECORDED || isSame.test(it))
                .orElseThrow(() -> new GovernanceRefused.Conflict(wanted.id()));
    }

    /** Whether somebody lives in this community or has a role in the place. */
    public boolean belongs(Actor actor, CommunityId community, PlacePath path) {
        return actor.households().stream().anyMatch(it -> it.community().equals(community))
                || actor.may(GovernancePermissions.TAKE_PART, path);
    }

    /** @throws Refused.Forbidden unless he belongs there */
    public UUID member(Actor actor, CommunityId community, PlacePath path) {
        var account = actor.account();
        if (!belongs(actor, community, path)) {
            throw new Refused.Forbidden(GovernancePermissions.TAKE_PART.code());
        }
        return account;
    }

    /** Acts that count, kept in the transaction of their cause. */
    public Acts acts() {
        return acts;
    }

    /** The first moment of a local day. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** What adds to measures in the year of this day has changed, other than by an act. */
    public void fed(CommunityId community, LocalDate day) {
        rollups.note(List.of(community), ReportPeriod.of(Year.from(day)));
    }

    public void audit(Actor actor, String action, UUID subject, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, "governance." + action, subject.toString(), path, detail));
    }
}
