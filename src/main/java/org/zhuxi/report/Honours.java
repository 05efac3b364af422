package org.zhuxi.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.report.internal.BaseStore;
import org.zhuxi.report.internal.CommendationStore;
import org.zhuxi.report.internal.ReportPlaces;

/** Demonstration bases and commendations: what others should look at. */
@Service
public class Honours {

    private final BaseStore bases;
    private final CommendationStore commendations;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Honours(
            BaseStore bases,
            CommendationStore commendations,
            ReportPlaces places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bases = bases;
        this.commendations = commendations;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Enters a base. The same id again is answered with what is there. */
    @Transactional
    public DemonstrationBase addBase(Actor actor, UUID id, NewBase typed, Origin origin) {
        var place = places.typed(typed.place());
        actor.require(ReportPermissions.WRITE, place.path());
        if (typed.openedOn().isAfter(today())) {
            throw new ReportRefused.NotThen();
        }
        var base = new DemonstrationBase(
                id,
                place.code(),
                place.path(),
                both("name", typed.name()),
                both("theme", typed.theme()),
                typed.openedOn(),
                words("source", typed.source()),
                null,
                null,
                false,
                origin);
        if (bases.insert(base, actor.account(), clock.instant())) {
            audit(actor, "report.base.added", id, place.path(), base.name().zh());
        }
        return base(actor, id);
    }

    /** Notes how many came to a base in a year; a later count of the same year takes its place. */
    @Transactional
    public DemonstrationBase countVisitors(Actor actor, UUID id, int year, long visitors) {
        var base = base(actor, id);
        actor.require(ReportPermissions.WRITE, base.path());
        places.requireYear(year);
        if (visitors < 0) {
            throw new ReportRefused.NoAmount("visitors");
        }
        bases.count(id, year, visitors, actor.account(), clock.instant());
        audit(actor, "report.base.counted", id, base.path(), year + " " + visitors);
        return base(actor, id);
    }

    /** Takes a base from the list; it stays readable. */
    @Transactional
    public DemonstrationBase withdrawBase(Actor actor, UUID id) {
        var base = base(actor, id);
        actor.require(ReportPermissions.WRITE, base.path());
        if (!bases.withdraw(id, actor.account(), clock.instant())) {
            throw new ReportRefused.WrongStep();
        }
        audit(actor, "report.base.withdrawn", id, base.path(), base.name().zh());
        return base(actor, id);
    }

    private DemonstrationBase base(Actor actor, UUID id) {
        var base = bases.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.OVERSEE, base.path());
        return base;
    }

    @Transactional(readOnly = true)
    public Slice<DemonstrationBase> bases(Actor actor, PlacePath at, String words, int limit, @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        return Slice.of(
                bases.list(at, words.strip(), limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    /** Nominates somebody or something. The same id again is answered with what is there. */
    @Transactional
    public Commendation nominate(
            Actor actor,
            UUID id,
            String place,
            int year,
            Commendation.Kind kind,
            String name,
            String basis,
            Origin origin) {
        var at = places.typed(place);
        actor.require(ReportPermissions.WRITE, at.path());
        places.requireYear(year);
        var nominated = new Commendation(
                id,
                at.code(),
                at.path(),
                year,
                kind,
                words("name", name),
                words("basis", basis),
                Commendation.State.NOMINATED,
                "",
                null,
                origin);
        if (commendations.insert(nominated, actor.account(), clock.instant())) {
            audit(actor, "report.commendation.nominated", id, at.path(), kind.name());
        }
        return commendation(actor, id);
    }

    /**
     * Makes a nomination public, awards it once it has been public for {@link Commendation#PUBLIC_DAYS} days, or declines it.
     *
     * @param reason owed when it is declined
     */
    @Transactional
    public Commendation decide(Actor actor, UUID id, Commendation.State to, String reason) {
        var at = commendation(actor, id);
        actor.require(ReportPermissions.SIGN, at.path());
        if (!leads(at, to)) {
            throw new ReportRefused.WrongStep();
        }
        var why = to == Commendation.State.DECLINED ? words("reason", reason) : "";
        var publicised = to == Commendation.State.PUBLICISED ? today() : at.publicisedOn();
        commendations.decide(id, at.state(), to, why, publicised, actor.account(), clock.instant());
        audit(actor, "report.commendation." + to.name().toLowerCase(java.util.Locale.ROOT), id, at.path(), why);
        return commendation(actor, id);
    }

    private boolean leads(Commendation at, Commendation.State to) {
        return switch (at.state()) {
            case NOMINATED -> to == Commendation.State.PUBLICISED || to == Commendation.State.DECLINED;
            case PUBLICISED ->
                to == Commendation.State.DECLINED || to == Commendation.State.AWARDED && hasBeenPublic(at);
            case AWARDED, DECLINED -> false;
        };
    }

    /** Whether it has been public long enough to be awarded. */
    public boolean hasBeenPublic(Commendation at) {
        var since = at.publicisedOn();
        return since != null && !today().isBefore(since.plusDays(Commendation.PUBLIC_DAYS));
    }

    private Commendation commendation(Actor actor, UUID id) {
        var found = commendations.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.OVERSEE, found.path());
        return found;
    }

    @Transactional(readOnly = true)
    public Slice<Commendation> commendations(
            Actor actor, PlacePath at, @Nullable Integer year, String words, int limit, @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        return Slice.of(
                commendations.list(at, year, words.strip(), limit + 1, after),
                limit,
                one -> one.id().toString());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Deadline.ZONE));
    }

    private static Names both(String field, Names typed) {
        var zh = words(field, typed.zh());
        return new Names(zh, typed.en().isBlank() ? zh : words(field, typed.en()));
    }

    private static String words(String field, String typed) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > NewBase.WORDS || text.indexOf('\0') >= 0) {
            throw new ReportRefused.Length(field, NewBase.WORDS);
        }
        return text;
    }

    private void audit(Actor actor, String action, UUID id, PlacePath path, String detail) {
        events.publishEvent(new Audited(actor, action, id.toString(), path, detail));
    }
}
