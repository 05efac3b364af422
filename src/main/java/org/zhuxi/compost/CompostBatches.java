package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.BatchReckoning;
import org.zhuxi.compost.internal.BatchStore;
import org.zhuxi.compost.internal.CompostSiteStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.LogStore;
import org.zhuxi.compost.internal.MonthReview;
import org.zhuxi.compost.internal.QualityStore;
import org.zhuxi.compost.internal.Tables;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Batches: how far they are, what follows from their log, what was measured of them and where the compost went. */
@Service
public class CompostBatches {

    private static final int MOST_ROWS = 500;
    private static final int REASON = 300;
    private static final int WORDS = 100;
    private static final BigDecimal MOST_KG = BigDecimal.valueOf(100_000);
    private static final BigDecimal MOST_BUCKET_KG = BigDecimal.valueOf(500);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BatchStore store;
    private final LogStore entries;
    private final CompostSiteStore units;
    private final QualityStore quality;
    private final BatchReckoning reckoning;
    private final Tables tables;
    private final CompostSites sites;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostBatches(
            BatchStore store,
            LogStore entries,
            CompostSiteStore units,
            QualityStore quality,
            BatchReckoning reckoning,
            Tables tables,
            CompostSites sites,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.entries = entries;
        this.units = units;
        this.quality = quality;
        this.reckoning = reckoning;
        this.tables = tables;
        this.sites = sites;
        this.clock = clock;
        this.events = events;
    }

    /** A batch with its balance, sanitisation, tests and handouts; its label and so this is for everybody. */
    @Transactional(readOnly = true)
    public BatchView view(UUID id) {
        var batch = get(id);
        var unit = units.findUnits(List.of(batch.unit())).getFirst();
        var log = entries.ofBatch(batch.site().community(), id);
        var balance = reckoning.balance(batch, log);
        var days = BatchReckoning.days(log, unit.probes());
        var made = kg(log, EntryKind.OUTPUT);
        var handouts = quality.handouts(batch);
        var given = handouts.stream()
                .filter(it -> it.takenBack() == null)
                .map(Handout::massKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BatchView(
                batch,
                sites.get(batch.site().id()),
                balance,
                water(log),
                made,
                (int) log.stream()
                        .filter(it -> it.kind() == EntryKind.FEED && it.massKg() == null)
                        .count(),
                tables.rules().stream()
                        .filter(it -> batch.method().isHot()
                                && (it.methods().isEmpty()
                                        || it.methods().contains(batch.method().name())))
                        .map(it -> new BatchView.Sanitised(it, org.zhuxi.compost.process.Sanitisation.judge(it, days)))
                        .toList(),
                quality.tests(batch).stream().map(this::tested).toList(),
                handouts,
                made.subtract(given));
    }

    private BatchView.Tested tested(QualityTest test) {
        var standard = tables.standard(test.standard()).orElseThrow();
        return new BatchView.Tested(test, standard, standard.judge(test.values()));
    }

    private static BigDecimal kg(List<LogEntry> log, EntryKind kind) {
        return log.stream()
                .filter(it -> it.kind() == kind)
                .map(LogEntry::massKg)
                .map(java.util.Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal water(List<LogEntry> log) {
        return log.stream()
                .filter(it -> it.kind() == EntryKind.WATER)
                .map(it -> it.massKg() == null ? java.util.Objects.requireNonNull(it.litres()) : it.massKg())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public Batch get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Batches of a site, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Batch> list(CompostSite site, int limit, @Nullable String after) {
        return store.list(site.ref(), Math.clamp(limit, 1, MOST_ROWS), Ids.after(after));
    }

    /**
     * Brings a batch a step further; from screening on its unit is free.
     *
     * @throws CompostRefused.BatchMoved when it cannot go there from where it is
     */
    @Transactional
    public void move(Actor actor, UUID id, BatchState to, String note) {
        var batch = get(id);
        var path = sites.pathOf(batch.site());
        actor.require(CompostPermissions.LOG, path);
        Typed.optional("note", note, 200);
        if (!batch.state().next().contains(to)) {
            throw new CompostRefused.BatchMoved(batch.state(), to);
        }
        var ended = to.hasLeftUnit() && batch.endedOn() == null ? later(batch.startedOn(), today()) : null;
        if (!store.move(batch, to, ended, note.strip(), done(actor))) {
            throw new CompostRefused.BatchMoved(batch.state(), to);
        }
        events.publishEvent(new Audited(actor, "compost.batch.moved", id.toString(), path, to.name()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Notes the measured water of the finished compost, without which the balance cannot be judged. */
    @Transactional
    public void noteMoisture(Actor actor, UUID id, BigDecimal percent) {
        var batch = get(id);
        actor.require(CompostPermissions.LOG, sites.pathOf(batch.site()));
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0) {
            throw new CompostRefused.Unreadable("moisturePercent", "compost-percent");
        }
        store.moisture(batch, percent);
    }

    /** Enters a test; the same id again changes nothing. */
    @Transactional
    public void test(Actor actor, QualityTest test, Origin origin) {
        var batch = get(test.batch());
        var path = sites.pathOf(batch.site());
        actor.require(CompostPermissions.LOG, path);
        var standard = tables.standard(test.standard()).orElseThrow(() -> new Mistyped.NoChoice("standard"));
        Typed.optional("laboratory", test.laboratory(), WORDS);
        Typed.optional("reportNumber", test.reportNumber(), 60);
        if (test.sampledOn().isAfter(today()) || test.sampledOn().isBefore(batch.startedOn())) {
            throw new CompostRefused.Unreadable(
                    "sampledOn", "compost-sampled", batch.startedOn().toString());
        }
        var items = standard.items().stream().map(it -> it.code()).toList();
        if (test.values().isEmpty() || !items.containsAll(test.values().keySet())) {
            throw new CompostRefused.Unreadable("values", "compost-values", String.join(", ", items));
        }
        test.values().forEach((item, value) -> {
            if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
                throw new CompostRefused.Unreadable(item, "compost-not-positive");
            }
        });
        quality.insert(batch, test, done(actor), origin);
        events.publishEvent(new Audited(actor, "compost.tested", batch.id().toString(), path, test.standard()));
    }

    /**
     * Hands finished compost out; the same id with the same content again changes nothing.
     *
     * @throws CompostRefused.MoreThanMade when the batch has not so much left
     * @throws CompostRefused.Conflict when other content stands under the id
     */
    @Transactional
    public void handOut(Actor actor, Handout handout, Origin origin) {
        var batch = get(handout.batch());
        var path = sites.pathOf(batch.site());
        actor.require(CompostPermissions.LOG, path);
        Typed.optional("words", handout.words(), WORDS);
        if (handout.massKg().signum() <= 0 || handout.massKg().compareTo(MOST_KG) > 0) {
            throw new CompostRefused.Unreadable("massKg", "compost-not-positive");
        }
        if (handout.day().isAfter(today())) {
            throw new CompostRefused.Unreadable("day", "compost-future");
        }
        quality.lock(batch);
        var hash = EntryChecks.sha256(handout.toString());
        var before = quality.handoutHash(batch, handout.id());
        if (!before.isEmpty()) {
            if (!before.equals(hash)) {
                throw new CompostRefused.Conflict(handout.id());
            }
            return;
        }
        var left = view(batch.id()).leftKg();
        if (handout.massKg().compareTo(left) > 0) {
            throw new CompostRefused.MoreThanMade(left);
        }
        quality.insert(batch, handout, hash, done(actor), origin);
        events.publishEvent(new Audited(
                actor,
                "compost.handed-out",
                batch.id().toString(),
                path,
                handout.massKg().toPlainString() + " kg"));
    }

    /** Takes a handout back that did not happen so. */
    @Transactional
    public void takeBackHandout(Actor actor, UUID batchId, UUID id, String reason) {
        var batch = get(batchId);
        var path = sites.pathOf(batch.site());
        actor.require(CompostPermissions.LOG, path);
        Typed.words("reason", reason, REASON);
        if (quality.handoutHash(batch, id).isEmpty()) {
            throw new Refused.NotFound(id);
        }
        if (!quality.takeBack(batch, id, reason.strip(), done(actor))) {
            throw new CompostRefused.TakenBack();
        }
        events.publishEvent(new Audited(actor, "compost.handout.taken-back", id.toString(), path, reason.strip()));
    }

    /** The days of a month, up to today, on which a batch was in one of the site's units. */
    @Transactional(readOnly = true)
    List<LocalDate> daysWithBatches(CompostSite site, YearMonth month, LocalDate today) {
        var known = inMonth(site, month);
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> !day.isAfter(today) && known.stream().anyMatch(it -> holds(it, day)))
                .toList();
    }

    private static boolean holds(Batch batch, LocalDate day) {
        var ended = batch.endedOn();
        return !batch.startedOn().isAfter(day) && (ended == null || !ended.isBefore(day));
    }

    private List<Batch> inMonth(CompostSite site, YearMonth month) {
        var ids = units.units(site.ref()).stream().map(CompostUnit::id).toList();
        return ids.isEmpty() ? List.of() : store.inUnits(ids, month.atDay(1));
    }

    /** The batches that left their units in a month. */
    @Transactional(readOnly = true)
    List<MonthReview.Ended> endedIn(CompostSite site, YearMonth month) {
        var ended = new ArrayList<MonthReview.Ended>();
        for (var batch : inMonth(site, month)) {
            if (batch.endedOn() != null
                    && YearMonth.from(batch.endedOn()).equals(month)
                    && batch.state() != BatchState.DISCARDED) {
                var log = entries.ofBatch(site.ref().community(), batch.id());
                ended.add(new MonthReview.Ended(batch.code(), reckoning.balance(batch, log)));
            }
        }
        return ended;
    }

    /** Whether what was fed counts as treated. */
    boolean isTreated(LogEntry entry) {
        return reckoning.isTreated(entry);
    }

    /** Whether a weighing can be. */
    void check(Weighing weighing) {
        if (tables.feedstock(weighing.material()).isEmpty()) {
            throw new CompostRefused.Unreadable("material", "compost-material", weighing.material());
        }
        if (weighing.tareKg().signum() < 0 || weighing.grossKg().compareTo(weighing.tareKg()) <= 0) {
            throw new CompostRefused.Unreadable("grossKg", "compost-tare");
        }
        if (weighing.grossKg().compareTo(MOST_BUCKET_KG) > 0) {
            throw new CompostRefused.Unreadable("grossKg", "compost-weighing-heavy", MOST_BUCKET_KG);
        }
        if (weighing.litres().signum() <= 0 || weighing.litres().compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new CompostRefused.Unreadable("litres", "compost-litres", 1000);
        }
        if (weighing.day().isAfter(today())) {
            throw new CompostRefused.Unreadable("day", "compost-future");
        }
    }

    private LocalDate today() {
        return EntryChecks.today(clock);
    }

    private BatchStore.Done done(Actor actor) {
        return new BatchStore.Done(actor.account(), clock.instant());
    }
}
