package org.zhuxi.compost;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.Advisor;
import org.zhuxi.compost.internal.BatchStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.LogStore;
import org.zhuxi.kernel.Actor;

/** What to do today, unit by unit. */
@Service
public class CompostDay {

    private static final int RECENT_DAYS = 30;
    private static final int EACH = 5;
    private static final int SHOWN = 5;

    private final CompostSites sites;
    private final BatchStore batches;
    private final LogStore entries;
    private final Clock clock;

    CompostDay(CompostSites sites, BatchStore batches, LogStore entries, Clock clock) {
        this.sites = sites;
        this.batches = batches;
        this.entries = entries;
        this.clock = clock;
    }

    /** Every unit of a site that is in use, those with something urgent first. */
    @Transactional(readOnly = true)
    public List<UnitDay> today(Actor actor, UUID siteId) {
        var site = sites.get(siteId);
        actor.require(CompostPermissions.READ, sites.pathOf(site.ref()));
        var today = EntryChecks.today(clock);
        var units = sites.units(site.ref()).stream()
                .filter(it -> it.retiredOn() == null)
                .toList();
        if (units.isEmpty()) {
            return List.of();
        }
        var inside = batches.inUnits(units.stream().map(CompostUnit::id).toList(), today).stream()
                .filter(it -> it.endedOn() == null)
                .collect(Collectors.toMap(Batch::unit, it -> it));
        var log = entries.latest(site.ref(), today.minusDays(RECENT_DAYS), EACH).stream()
                .collect(Collectors.groupingBy(LogEntry::unit));
        return units.stream()
                .map(unit -> {
                    var batch = inside.get(unit.id());
                    var all = log.getOrDefault(unit.id(), List.of());
                    var own = batch == null
                            ? List.<LogEntry>of()
                            : all.stream()
                                    .filter(it -> batch.id().equals(it.batch()))
                                    .toList();
                    return new UnitDay(
                            unit,
                            batch,
                            Advisor.advise(unit, batch, own, today),
                            all.stream().limit(SHOWN).toList());
                })
                .sorted(Comparator.comparing(it -> it.advice().stream().noneMatch(Advice::urgent)))
                .toList();
    }
}
