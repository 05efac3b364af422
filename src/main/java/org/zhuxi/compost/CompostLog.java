package org.zhuxi.compost;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.compost.internal.BatchBook;
import org.zhuxi.compost.internal.CompostSiteStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.LogStore;
import org.zhuxi.compost.internal.MonthBook;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/**
 * The process log: what was put in, turned, measured and taken out, unit by unit. An entry is never changed; it is taken back while
 * its month is open, and corrected by a further entry once the month is published.
 */
@Service
public class CompostLog {

    /** So many entries can be sent at once. */
    public static final int MOST = 200;

    private static final int MOST_ROWS = 1000;
    private static final int REASON = 300;
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2200, 1, 1);

    private final LogStore store;
    private final CompostSiteStore sites;
    private final BatchBook batches;
    private final EntryChecks checks;
    private final MonthBook months;
    private final CompostSites places;
    private final EvidenceFiles files;
    private final Rollups rollups;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostLog(
            LogStore store,
            CompostSiteStore sites,
            BatchBook batches,
            EntryChecks checks,
            MonthBook months,
            CompostSites places,
            EvidenceFiles files,
            Rollups rollups,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.sites = sites;
        this.batches = batches;
        this.checks = checks;
        this.months = months;
        this.places = places;
        this.files = files;
        this.rollups = rollups;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Records entries, each with its own fate, in their order; one that is wrong spoils none of the others. The same id with the same
     * content is a success again, with other content a conflict in which the first stands. Feeding an empty unit begins a batch.
     *
     * @param account whoever made them on a phone
     * @param entries 1 to {@link #MOST}
     * @throws CompostRefused.OtherAccount when somebody else is signed in now; nothing is recorded then
     */
    @Transactional
    public List<Logged> record(Actor actor, UUID account, List<NewEntry> entries, Origin origin) {
        if (!actor.account().equals(account)) {
            throw new CompostRefused.OtherAccount();
        }
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new CompostRefused.BatchSize(MOST);
        }
        var units = sites.findUnits(entries.stream().map(NewEntry::unit).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(CompostUnit::id, Function.identity()));
        var known =
                new HashMap<>(store.hashes(entries.stream().map(NewEntry::id).toList()));
        var held = units.values().stream().map(CompostUnit::site).collect(Collectors.toSet());
        months.hold(held);
        var states = months.states(held);
        var open = batches.open(units.keySet(), earliest(entries));
        var results = new ArrayList<Logged>();
        var rows = new ArrayList<LogStore.Row>();
        for (var entry : entries) {
            var hash = EntryChecks.hash(entry);
            var before = known.get(entry.id());
            if (before != null) {
                results.add(repeated(entry.id(), before.equals(hash)));
                continue;
            }
            try {
                rows.add(row(actor, entry, units.get(entry.unit()), states, open, hash, origin));
                known.put(entry.id(), hash);
                results.add(new Logged(entry.id(), Logged.Status.CREATED, null));
            } catch (Refused refused) {
                results.add(new Logged(entry.id(), Logged.Status.REJECTED, refused.problem()));
            }
        }
        insert(actor, rows, results, origin);
        return List.copyOf(results);
    }

    private static LocalDate earliest(List<NewEntry> entries) {
        return entries.stream()
                .map(EntryChecks::dayOf)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Logged repeated(UUID id, boolean same) {
        return same
                ? new Logged(id, Logged.Status.DUPLICATE, null)
                : new Logged(id, Logged.Status.CONFLICT, new CompostRefused.Conflict(id).problem());
    }

    private LogStore.Row row(
            Actor actor,
            NewEntry entry,
            @Nullable CompostUnit unit,
            Map<MonthBook.Key, MonthState> states,
            BatchBook.Open open,
            String hash,
            Origin origin) {
        if (unit == null) {
            throw new CompostRefused.Unreadable("unit", "compost-unit-unknown");
        }
        actor.require(CompostPermissions.LOG, places.pathOf(unit.site()));
        checks.check(entry, unit);
        CompostPhotos.requireKept(files, unit.site().community(), entry.evidence());
        var day = EntryChecks.dayOf(entry);
        var retired = unit.retiredOn();
        if (retired != null && day.isAfter(retired)) {
            throw new CompostRefused.Unreadable("unit", "compost-unit-retired", unit.code(), retired.toString());
        }
        requireOpen(states, unit.site(), day);
        var corrects = entry.corrects();
        if (corrects != null) {
            correction(entry, corrects);
        }
        var batch = open.of(unit, day, entry, actor.account(), origin);
        return new LogStore.Row(unit.site(), batch, entry, checks.counts(entry), day, hash);
    }

    private static void requireOpen(Map<MonthBook.Key, MonthState> states, SiteRef site, LocalDate day) {
        var month = YearMonth.from(day);
        var state = states.getOrDefault(new MonthBook.Key(site, month), MonthState.OPEN);
        if (!state.takesEntries()) {
            throw new CompostRefused.MonthClosed(month, state);
        }
    }

    /** A difference to what counts already, of the same kind and material, and never below nothing. */
    private void correction(NewEntry entry, UUID corrects) {
        var wrong = store.find(corrects)
                .filter(it -> it.unit().equals(entry.unit())
                        && it.kind() == entry.kind()
                        && java.util.Objects.equals(it.material(), entry.material()))
                .orElseThrow(() -> new CompostRefused.Unreadable("corrects", "compost-corrects"));
        var credited = wrong.creditedKg();
        if (credited == null) {
            throw new CompostRefused.Unreadable("corrects", "compost-corrects-open");
        }
        var left = credited.add(store.corrected(wrong));
        if (left.add(Typed.required("massKg", entry.massKg())).signum() < 0) {
            throw new CompostRefused.Unreadable("massKg", "compost-below-nothing", left);
        }
    }

    private void insert(Actor actor, List<LogStore.Row> rows, List<Logged> results, Origin origin) {
        if (rows.isEmpty()) {
            return;
        }
        var inserted = store.insert(rows, actor.account(), clock.instant(), origin);
        var lost =
                rows.stream().filter(it -> !inserted.contains(it.entry().id())).toList();
        if (!lost.isEmpty()) {
            // somebody sent the same ids at the same moment: the first stands
            var now = store.hashes(lost.stream().map(it -> it.entry().id()).toList());
            var mine = lost.stream().collect(Collectors.toMap(it -> it.entry().id(), LogStore.Row::hash));
            results.replaceAll(it -> it.status() == Logged.Status.CREATED && mine.containsKey(it.id())
                    ? repeated(
                            it.id(),
                            java.util.Objects.requireNonNull(mine.get(it.id())).equals(now.get(it.id())))
                    : it);
        }
        note(rows);
    }

    private void note(List<LogStore.Row> rows) {
        var counted = rows.stream().filter(LogStore.Row::counts).toList();
        Set<MonthBook.Key> seen = new HashSet<>();
        counted.stream()
                .map(it -> new MonthBook.Key(it.site(), YearMonth.from(it.day())))
                .filter(seen::add)
                .forEach(key -> MonthBook.note(rollups, key.site(), key.month()));
    }

    /**
     * Makes an entry count no more, while its month is open.
     *
     * @throws CompostRefused.MonthClosed when its month is submitted or published
     * @throws CompostRefused.TakenBack when it was taken back before
     */
    @Transactional
    public void takeBack(Actor actor, UUID id, String reason) {
        var entry = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var path = places.pathOf(entry.site());
        actor.require(CompostPermissions.LOG, path);
        Typed.words("reason", reason, REASON);
        months.hold(Set.of(entry.site()));
        requireOpen(months.states(Set.of(entry.site())), entry.site(), entry.day());
        if (!store.takeBack(entry, reason.strip(), actor.account(), clock.instant())) {
            throw new CompostRefused.TakenBack();
        }
        MonthBook.note(rollups, entry.site(), YearMonth.from(entry.day()));
        events.publishEvent(new Audited(actor, "compost.entry.taken-back", id.toString(), path, reason.strip()));
    }

    /** An entry, for those who may read in its place; for everybody once it counts in a published month. */
    @Transactional(readOnly = true)
    public LogEntry get(Actor actor, UUID id) {
        var entry = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        if (!isPublic(entry) && !actor.may(CompostPermissions.READ, places.pathOf(entry.site()))) {
            throw new Refused.NotFound(id);
        }
        return entry;
    }

    private boolean isPublic(LogEntry entry) {
        return months.states(Set.of(entry.site())).get(new MonthBook.Key(entry.site(), YearMonth.from(entry.day())))
                == MonthState.PUBLISHED;
    }

    /**
     * Entries of a site, the latest day first.
     *
     * @param month null for all
     */
    @Transactional(readOnly = true)
    public Slice<LogEntry> list(
            Actor actor,
            CompostSite site,
            @Nullable UUID unit,
            @Nullable EntryKind kind,
            @Nullable YearMonth month,
            int limit,
            @Nullable String after) {
        var state = month == null
                ? MonthState.OPEN
                : months.states(Set.of(site.ref())).get(new MonthBook.Key(site.ref(), month));
        if (state != MonthState.PUBLISHED) {
            actor.require(CompostPermissions.READ, places.pathOf(site.ref()));
        }
        var days = month == null
                ? new LogStore.Range(EVER, NEVER)
                : new LogStore.Range(month.atDay(1), month.atEndOfMonth());
        return store.list(site.ref(), unit, kind, days, Math.clamp(limit, 1, MOST_ROWS), after);
    }
}
