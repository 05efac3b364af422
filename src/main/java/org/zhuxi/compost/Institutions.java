package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.LedgerStore;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;

/**
 * Ledgers of museums, markets and schools: what left them, where it went, and which share was neither burnt nor buried. A month is
 * public once somebody who recorded nothing of it found it right.
 */
@Service
public class Institutions {

    private static final int MOST_ROWS = 500;
    private static final int REASON = 300;
    private static final BigDecimal MOST_KG = BigDecimal.valueOf(10_000_000);
    private static final long MOST_COUNTED = 100_000_000;
    private static final int OLDEST = 2000;

    private final LedgerStore store;
    private final Places places;
    private final Rollups rollups;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Institutions(LedgerStore store, Places places, Rollups rollups, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.rollups = rollups;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds an institution; the same id again changes nothing.
     *
     * @param code of the community in which it stands
     * @throws Refused.NotFound when the code names no community
     */
    @Transactional
    public Institution add(Actor actor, UUID id, String code, NewInstitution wanted) {
        var place = places.findByCode(code.replace("\0", "").strip())
                .filter(it -> it.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> new Refused.NotFound(code));
        actor.require(CompostPermissions.MANAGE, place.path());
        Typed.words("nameZh", wanted.name().zh(), 60);
        Typed.words("nameEn", wanted.name().en(), 80);
        Typed.optional("note", wanted.note(), 500);
        var institution = new Institution(
                java.util.Objects.requireNonNull(place.community()),
                id,
                place.code(),
                wanted.name(),
                wanted.kind(),
                wanted.note(),
                wanted.origin());
        if (store.insert(institution, actor.account(), clock.instant())) {
            audit(actor, "compost.institution.added", institution, wanted.name().zh());
        }
        return get(id);
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Institution get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Institutions at or below a place, in the order in which they were added; for everybody. */
    @Transactional(readOnly = true)
    public Slice<Institution> list(
            PlacePath at, @Nullable InstitutionKind kind, String words, int limit, @Nullable String after) {
        var communities = at.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(at).stream().map(it -> it.id()).toList();
        return store.list(communities, kind, words, Math.clamp(limit, 1, MOST_ROWS), Ids.after(after));
    }

    /** Institutions where the actor may read the ledger. */
    @Transactional(readOnly = true)
    public List<Institution> mine(Actor actor) {
        return store.list(places.communitiesOf(actor, CompostPermissions.READ), null, "", MOST_ROWS, null)
                .items();
    }

    /**
     * Enters what left in a month; the same id with the same content again changes nothing.
     *
     * @throws CompostRefused.Conflict when other content stands under the id
     * @throws CompostRefused.LedgerClosed when the month is confirmed
     */
    @Transactional
    public void record(Actor actor, UUID institution, WasteLine line) {
        var found = get(institution);
        actor.require(CompostPermissions.LOG, pathOf(found));
        Typed.within("massKg", line.massKg(), new BigDecimal("0.001"), MOST_KG);
        Typed.exact("massKg", line.massKg());
        Typed.optional("note", line.note(), 200);
        requireMonth(line.month());
        store.lock(found);
        var hash = EntryChecks.sha256(institution + line.toString());
        var before = store.hash(found, line.id());
        if (before != null) {
            if (!before.equals(hash)) {
                throw new CompostRefused.Conflict(line.id());
            }
            return;
        }
        requireOpen(found, line.month());
        store.insert(found, line, hash, actor.account(), clock.instant());
        note(found, line.month());
    }

    private void requireMonth(YearMonth month) {
        if (month.isAfter(YearMonth.now(clock.withZone(EntryChecks.ZONE)))) {
            throw new CompostRefused.Unreadable("month", "compost-future");
        }
        if (month.getYear() < OLDEST) {
            throw new CompostRefused.Unreadable("month", "compost-too-old", OLDEST);
        }
    }

    private void requireOpen(Institution institution, YearMonth month) {
        if (store.isConfirmed(institution, month)) {
            throw new CompostRefused.LedgerClosed(month);
        }
    }

    /** Makes a line count no more, while its month is open. */
    @Transactional
    public void takeBack(Actor actor, UUID institution, UUID line, String reason) {
        var found = get(institution);
        actor.require(CompostPermissions.LOG, pathOf(found));
        var why = Typed.words("reason", reason, REASON);
        store.lock(found);
        var month = store.monthOf(found, line).orElseThrow(() -> new Refused.NotFound(line));
        requireOpen(found, month);
        if (!store.takeBack(found, line, why, actor.account(), clock.instant())) {
            throw new CompostRefused.TakenBack();
        }
        note(found, month);
        audit(actor, "compost.ledger.taken-back", found, why);
    }

    /** Says how many visitors, stalls, pupils or staff there were in a month; the last word counts while the month is open. */
    @Transactional
    public void count(Actor actor, UUID institution, YearMonth month, long counted) {
        var found = get(institution);
        actor.require(CompostPermissions.LOG, pathOf(found));
        Typed.within("counted", counted, 0, MOST_COUNTED);
        requireMonth(month);
        store.lock(found);
        requireOpen(found, month);
        store.count(found, month, counted, actor.account(), clock.instant());
    }

    /**
     * Finds a month that is over right; it is public from now on and stays.
     *
     * @throws CompostRefused.MonthRuns before the month is over
     * @throws CompostRefused.OwnMonth for whoever recorded something of it, or how many came
     * @throws CompostRefused.LedgerEmpty when nothing stands in it
     */
    @Transactional
    public void confirm(Actor actor, UUID institution, YearMonth month) {
        var found = get(institution);
        actor.require(CompostPermissions.VERIFY, pathOf(found));
        if (!month.isBefore(YearMonth.now(clock.withZone(EntryChecks.ZONE)))) {
            throw new CompostRefused.MonthRuns(month);
        }
        store.lock(found);
        Set<UUID> recorders = store.recorders(found, month);
        if (recorders.isEmpty()) {
            throw new CompostRefused.LedgerEmpty(month);
        }
        var counter = store.counter(found, month).orElse(null);
        if (recorders.contains(actor.account()) || actor.account().equals(counter)) {
            throw new CompostRefused.OwnMonth();
        }
        if (!store.confirm(found, month, actor.account(), clock.instant())) {
            throw new CompostRefused.LedgerClosed(month);
        }
        note(found, month);
        audit(actor, "compost.ledger.confirmed", found, month.toString());
    }

    /** A year of confirmed months; for everybody. */
    @Transactional(readOnly = true)
    public LedgerYear published(UUID institution, int year) {
        return year(get(institution), year, true);
    }

    /** A year with the months that nobody has confirmed yet, for those who may read. */
    @Transactional(readOnly = true)
    public LedgerYear year(Actor actor, UUID institution, int year) {
        var found = get(institution);
        actor.require(CompostPermissions.READ, pathOf(found));
        return year(found, year, false);
    }

    private LedgerYear year(Institution institution, int year, boolean confirmedOnly) {
        var cells = store.cells(institution, year, confirmedOnly);
        var totals = new EnumMap<WasteLine.Destination, BigDecimal>(WasteLine.Destination.class);
        cells.forEach(it -> totals.merge(it.destination(), it.massKg(), BigDecimal::add));
        return new LedgerYear(institution, year, store.months(institution, year, confirmedOnly), totals);
    }

    /** The lines of a year, the latest month first, also those taken back; for those who may read. */
    @Transactional(readOnly = true)
    public Slice<WasteLine> lines(Actor actor, UUID institution, int year, int limit, @Nullable String after) {
        var found = get(institution);
        actor.require(CompostPermissions.READ, pathOf(found));
        return store.lines(found, year, false, Math.clamp(limit, 1, MOST_ROWS), after);
    }

    /** The lines of a year's confirmed months; for everybody. */
    @Transactional(readOnly = true)
    public Slice<WasteLine> publishedLines(UUID institution, int year, int limit, @Nullable String after) {
        return store.lines(get(institution), year, true, Math.clamp(limit, 1, MOST_ROWS), after);
    }

    /** The path of the community an institution stands in. */
    public PlacePath pathOf(Institution institution) {
        return places.getCommunity(institution.community()).path();
    }

    private void note(Institution institution, YearMonth month) {
        var communities = List.of(institution.community());
        rollups.note(communities, ReportPeriod.of(month));
        rollups.note(communities, ReportPeriod.of(month).wholeYear());
    }

    private void audit(Actor actor, String action, Institution institution, String detail) {
        events.publishEvent(new Audited(actor, action, institution.id().toString(), pathOf(institution), detail));
    }
}
