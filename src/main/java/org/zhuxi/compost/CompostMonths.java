package org.zhuxi.compost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.BatchStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.LogStore;
import org.zhuxi.compost.internal.MonthBook;
import org.zhuxi.compost.internal.MonthReview;
import org.zhuxi.compost.internal.MonthStore;
import org.zhuxi.compost.internal.WeighingStore;
import org.zhuxi.compost.process.Density;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;

/**
 * A site's month is submitted by those who kept the log, looked at by somebody who recorded and weighed nothing of it, and published, given back
 * or rejected. Only then its figures are public, and they stay: what was wrong is corrected by an entry of a later month.
 */
@Service
public class CompostMonths {

    private static final int REASON = 500;
    private static final int WORDS = 300;
    private static final int GRAMS = 3;
    private static final int QUEUE = 200;

    private final MonthStore store;
    private final MonthBook book;
    private final LogStore entries;
    private final WeighingStore weighings;
    private final CompostBatches batches;
    private final CompostSites sites;
    private final Places places;
    private final Rollups rollups;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostMonths(
            MonthStore store,
            MonthBook book,
            LogStore entries,
            WeighingStore weighings,
            CompostBatches batches,
            CompostSites sites,
            Places places,
            Rollups rollups,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.book = book;
        this.entries = entries;
        this.weighings = weighings;
        this.batches = batches;
        this.sites = sites;
        this.places = places;
        this.rollups = rollups;
        this.clock = clock;
        this.events = events;
    }

    /** The month with its checks; for those who may read the log, and for everybody once it is published. */
    @Transactional(readOnly = true)
    public MonthReport report(Actor actor, UUID siteId, YearMonth month) {
        var site = sites.get(siteId);
        var row = store.find(site.ref(), month);
        if (row.map(MonthStore.Row::state).orElse(MonthState.OPEN) != MonthState.PUBLISHED) {
            actor.require(CompostPermissions.READ, sites.pathOf(site.ref()));
        }
        return report(site, month, row.map(MonthStore.Row::state).orElse(MonthState.OPEN));
    }

    private MonthReport report(CompostSite site, YearMonth month, MonthState state) {
        var standing = entries.ofMonth(site.ref(), month.atDay(1), month.atEndOfMonth()).stream()
                .filter(it -> it.takenBack() == null)
                .toList();
        var steps = store.steps(site.ref(), month);
        var today = EntryChecks.today(clock);
        var days = batches.daysWithBatches(site, month, today);
        var densities = densities(site, month, standing);
        var remarks = new ArrayList<>(MonthReview.remarks(standing, days, batches.endedIn(site, month)));
        densities.stream()
                .filter(it -> it.buckets() > 0 && it.kgPerLitre() == null)
                .forEach(it -> remarks.addFirst(MonthRemark.of(
                        "density", MonthRemark.Severity.HOLD, null, it.material(), it.weighings(), Density.ENOUGH)));
        var sample = state.takesEntries()
                ? List.<LogEntry>of()
                : MonthReview.sample(standing, remarks, site.ref().id() + "/" + month + "/" + submissions(steps));
        var looks = store.looks(
                site.ref().community(), sample.stream().map(LogEntry::id).toList());
        return new MonthReport(
                site,
                month,
                state,
                standing.size(),
                (int) standing.stream().map(LogEntry::day).distinct().count(),
                days.size(),
                sum(standing, densities, EntryKind.FEED),
                sum(standing, densities, EntryKind.OUTPUT),
                densities,
                remarks,
                sample.stream()
                        .map(it -> {
                            var look = looks.get(it.id());
                            return new MonthReport.Looked(
                                    it, look == null ? null : look.good(), look == null ? "" : look.words());
                        })
                        .toList(),
                steps,
                standing.stream().collect(Collectors.groupingBy(LogEntry::kind, Collectors.counting())));
    }

    private static long submissions(List<MonthReport.Step> steps) {
        return steps.stream()
                .filter(it -> it.step().equals(MonthState.SUBMITTED.name()))
                .count();
    }

    private List<MonthReport.DensityLine> densities(CompostSite site, YearMonth month, List<LogEntry> standing) {
        var weighed = weighings.ofMonth(site.ref(), month).stream().collect(Collectors.groupingBy(Weighing::material));
        var counted = standing.stream()
                .filter(it -> it.kind() == EntryKind.FEED && it.litres() != null && batches.isTreated(it))
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.material()), Collectors.counting()));
        return java.util.stream.Stream.concat(weighed.keySet().stream(), counted.keySet().stream())
                .distinct()
                .sorted()
                .map(material -> {
                    var buckets = weighed.getOrDefault(material, List.of()).stream()
                            .map(it -> new Density.Weighing(it.grossKg(), it.tareKg(), it.litres()))
                            .toList();
                    return new MonthReport.DensityLine(
                            material,
                            buckets.size(),
                            counted.getOrDefault(material, 0L).intValue(),
                            Density.credited(buckets).orElse(null));
                })
                .toList();
    }

    private BigDecimal sum(List<LogEntry> standing, List<MonthReport.DensityLine> densities, EntryKind kind) {
        return standing.stream()
                .filter(it -> it.kind() == kind && (kind == EntryKind.OUTPUT || batches.isTreated(it)))
                .map(it -> kg(it, densities))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal kg(LogEntry entry, List<MonthReport.DensityLine> densities) {
        if (entry.massKg() != null) {
            return entry.massKg();
        }
        return densities.stream()
                .filter(it -> it.material().equals(entry.material()))
                .map(MonthReport.DensityLine::kgPerLitre)
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> Objects.requireNonNull(it)
                        .multiply(Objects.requireNonNull(entry.litres()))
                        .setScale(GRAMS, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }

    /**
     * Hands a month over to a reviewer; until it comes back nothing can be entered for it.
     *
     * @throws CompostRefused.MonthRuns before the month is over
     * @throws CompostRefused.MonthMoved when it is submitted, rejected or published already
     */
    @Transactional
    public void submit(Actor actor, UUID siteId, YearMonth month) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.LOG, sites.pathOf(site.ref()));
        if (!month.isBefore(YearMonth.now(clock.withZone(EntryChecks.ZONE)))) {
            throw new CompostRefused.MonthRuns(month);
        }
        book.close(site.ref());
        if (!store.submit(site.ref(), month, actor.account(), clock.instant())) {
            throw new CompostRefused.MonthMoved(month);
        }
        note(actor, site, month, MonthState.SUBMITTED, "");
    }

    /** Says of an entry of a submitted month whether it is right; not by whoever recorded it. */
    @Transactional
    public void look(Actor actor, UUID entryId, boolean good, String words) {
        var entry = entries.find(entryId).orElseThrow(() -> new Refused.NotFound(entryId));
        actor.require(CompostPermissions.VERIFY, sites.pathOf(entry.site()));
        if (entry.recordedBy().equals(actor.account())) {
            throw new CompostRefused.OwnMonth();
        }
        Typed.optional("words", words, WORDS);
        var month = YearMonth.from(entry.day());
        requireSubmitted(entry.site(), month);
        var look = new MonthStore.Look(entryId, good, words.strip(), actor.account());
        store.look(entry.site().community(), look, clock.instant());
    }

    /** Gives a month back; entries can be made, taken back and weighed again. */
    @Transactional
    public void giveBack(Actor actor, UUID siteId, YearMonth month, String reason) {
        Typed.words("reason", reason, REASON);
        decide(actor, siteId, month, MonthState.RETURNED, reason.strip());
    }

    /** Rejects a month: it counts nowhere. */
    @Transactional
    public void reject(Actor actor, UUID siteId, YearMonth month, String reason) {
        Typed.words("reason", reason, REASON);
        decide(actor, siteId, month, MonthState.REJECTED, reason.strip());
    }

    /**
     * Publishes a month; from then on its figures are public and stay.
     *
     * @throws CompostRefused.OwnMonth when the actor submitted it, or recorded or weighed something of it
     * @throws CompostRefused.NotLookedAt while some of the sample was not looked at, or was found wrong
     * @throws CompostRefused.DensityMissing when buckets were counted but too few were weighed
     */
    @Transactional
    public void publish(Actor actor, UUID siteId, YearMonth month) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.VERIFY, sites.pathOf(site.ref()));
        requireSubmitted(site.ref(), month);
        var report = report(site, month, MonthState.SUBMITTED);
        var missing = report.densities().stream()
                .filter(it -> it.buckets() > 0 && it.kgPerLitre() == null)
                .map(MonthReport.DensityLine::material)
                .toList();
        if (!missing.isEmpty()) {
            throw new CompostRefused.DensityMissing(missing, Density.ENOUGH);
        }
        if (report.missingLooks() > 0 || report.wrongLooks() > 0) {
            throw new CompostRefused.NotLookedAt(report.missingLooks(), report.wrongLooks());
        }
        store.credit(site.ref(), month);
        decide(actor, siteId, month, MonthState.PUBLISHED, "");
    }

    private void decide(Actor actor, UUID siteId, YearMonth month, MonthState to, String reason) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.VERIFY, sites.pathOf(site.ref()));
        var row = requireSubmitted(site.ref(), month);
        requireOther(actor, site, month, row);
        if (!store.decide(site.ref(), month, to, actor.account(), clock.instant())) {
            throw new CompostRefused.MonthMoved(month);
        }
        note(actor, site, month, to, reason);
        MonthBook.note(rollups, site.ref(), month);
    }

    private MonthStore.Row requireSubmitted(SiteRef site, YearMonth month) {
        var row = store.lock(site, month).orElseThrow(() -> new CompostRefused.MonthMoved(month));
        if (row.state() == MonthState.PUBLISHED) {
            throw new CompostRefused.MonthClosed(month, row.state());
        }
        if (row.state() != MonthState.SUBMITTED) {
            throw new CompostRefused.MonthMoved(month);
        }
        return row;
    }

    private void requireOther(Actor actor, CompostSite site, YearMonth month, MonthStore.Row row) {
        var own = row.submittedBy().equals(actor.account())
                || entries.ofMonth(site.ref(), month.atDay(1), month.atEndOfMonth()).stream()
                        .anyMatch(it -> it.recordedBy().equals(actor.account()))
                // the weighed buckets say what every litre of the month weighs
                || weighings.recorders(site.ref(), month).contains(actor.account());
        if (own) {
            throw new CompostRefused.OwnMonth();
        }
    }

    private void note(Actor actor, CompostSite site, YearMonth month, MonthState to, String reason) {
        store.step(site.ref(), month, to.name(), reason, new BatchStore.Done(actor.account(), clock.instant()));
        events.publishEvent(new Audited(
                actor,
                "compost.month." + to.name().toLowerCase(java.util.Locale.ROOT),
                site.ref().id() + "/" + month,
                sites.pathOf(site.ref()),
                reason));
    }

    /** A month that waits for a reviewer. */
    public record Waiting(UUID site, org.zhuxi.kernel.Names name, YearMonth month) {}

    /** Submitted months where the actor may decide, the oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        return store.waiting(places.communitiesOf(actor, CompostPermissions.VERIFY), QUEUE).stream()
                .map(it -> new Waiting(
                        it.siteId(), new org.zhuxi.kernel.Names(it.nameZh(), it.nameEn()), YearMonth.from(it.month())))
                .toList();
    }

    /** Published months of some sites, the latest first; for everybody. */
    @Transactional(readOnly = true)
    public List<PublishedMonth> published(List<CompostSite> of, YearMonth since, YearMonth until) {
        return of.isEmpty()
                ? List.of()
                : store.published(of.stream().map(CompostSite::ref).toList(), since, until);
    }

    /**
     * Puts a bucket of the site on the scale.
     *
     * @throws CompostRefused.MonthClosed when its month is submitted or published
     * @throws CompostRefused.Conflict when other content stands under the id
     */
    @Transactional
    public void weigh(Actor actor, UUID siteId, Weighing weighing, Origin origin) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.LOG, sites.pathOf(site.ref()));
        batches.check(weighing);
        var month = YearMonth.from(weighing.day());
        book.hold(Set.of(site.ref()));
        var state = store.find(site.ref(), month).map(MonthStore.Row::state).orElse(MonthState.OPEN);
        var hash = EntryChecks.sha256(weighing.toString());
        var before = weighings.hash(site.ref(), weighing.id());
        if (before == null && !state.takesEntries()) {
            throw new CompostRefused.MonthClosed(month, state);
        }
        weighings.insert(site.ref(), weighing, hash, new BatchStore.Done(actor.account(), clock.instant()), origin);
        if (!hash.equals(weighings.hash(site.ref(), weighing.id()))) {
            throw new CompostRefused.Conflict(weighing.id());
        }
    }

    /** What was weighed at a site in a month. */
    @Transactional(readOnly = true)
    public List<Weighing> weighings(Actor actor, UUID siteId, YearMonth month) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.READ, sites.pathOf(site.ref()));
        return weighings.ofMonth(site.ref(), month);
    }
}
