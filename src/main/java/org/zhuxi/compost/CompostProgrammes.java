package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.compost.ProgrammeReport.SiteYear;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.compost.internal.GatheringStore;
import org.zhuxi.compost.internal.MonthStore;
import org.zhuxi.compost.internal.ProgrammeStore;
import org.zhuxi.kernel.Refused;

/** Programmes that many sites belong to: how far they reach, and what they brought in a year; for everybody. */
@Service
public class CompostProgrammes {

    private static final int FEWEST_PEOPLE = 5;

    private final MonthStore months;
    private final ProgrammeStore store;
    private final CompostClimate climate;
    private final CompostEconomy economy;
    private final GatheringStore gatherings;
    private final Clock clock;

    CompostProgrammes(
            MonthStore months,
            ProgrammeStore store,
            CompostClimate climate,
            CompostEconomy economy,
            GatheringStore gatherings,
            Clock clock) {
        this.months = months;
        this.store = store;
        this.climate = climate;
        this.economy = economy;
        this.gatherings = gatherings;
        this.clock = clock;
    }

    /** How far programmes reach, and how many of their sites have published the month that ended last. */
    @Transactional(readOnly = true)
    public List<CompostProgramme> list() {
        return store.reach(YearMonth.now(clock.withZone(EntryChecks.ZONE)).minusMonths(1));
    }

    /**
     * What the sites of a programme brought in a year, from published months and published climate statements alone.
     *
     * @throws Refused.NotFound when no site belongs to it
     */
    @Transactional(readOnly = true)
    public ProgrammeReport report(String name, int year) {
        var members = store.sites(name);
        if (members.isEmpty()) {
            throw new Refused.NotFound(name);
        }
        var refs = members.stream().map(CompostSite::ref).toList();
        var from = YearMonth.of(year, 1);
        var until = YearMonth.of(year, 12);
        var published = months.published(refs, from, until).stream()
                .collect(Collectors.groupingBy(it -> it.site().id()));
        var together = climate.together(members, year);
        var netKg = netKg(climate.codes(members), together.sum());
        var people = store.people(refs, from, until);
        return new ProgrammeReport(
                name,
                year,
                members.stream()
                        .map(it -> siteYear(
                                it,
                                published.getOrDefault(it.ref().id(), List.of()),
                                netKg.get(it.ref().id())))
                        .toList(),
                store.handedOut(refs, from, until),
                people.days(),
                people.keepers() < FEWEST_PEOPLE ? null : people.keepers(),
                economy.savings(members, year),
                gatherings.sum(refs, year),
                together);
    }

    private static SiteYear siteYear(CompostSite site, List<PublishedMonth> months, @Nullable BigDecimal netKg) {
        return new SiteYear(
                site,
                months.size(),
                months.stream().map(PublishedMonth::treatedKg).reduce(BigDecimal.ZERO, BigDecimal::add),
                months.stream().map(PublishedMonth::madeKg).reduce(BigDecimal.ZERO, BigDecimal::add),
                netKg);
    }

    private static Map<UUID, BigDecimal> netKg(Map<UUID, String> codes, @Nullable StatementSum sum) {
        if (sum == null) {
            return Map.of();
        }
        var byCode = new HashMap<String, BigDecimal>();
        sum.parts().forEach(it -> byCode.merge(it.place(), it.net().kg(), BigDecimal::add));
        var bySite = new HashMap<UUID, BigDecimal>();
        codes.forEach((site, code) -> {
            var kg = byCode.get(code);
            if (kg != null) {
                bySite.put(site, kg);
            }
        });
        return bySite;
    }
}
