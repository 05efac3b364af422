package org.zhuxi.compost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.StatementSums;

/**
 * What the sites of a programme brought in a year; masses in kg. Sites and months that published nothing are left blank and never
 * counted as zero.
 *
 * @param sites all of the programme, also those that published nothing
 * @param handedOutKg compost that went out, by who took it
 * @param days on which a site logged something, added up over the sites
 * @param keepers how many people kept a log; null when fewer than five
 * @param savings what did not have to be paid for; null when no prices are known
 * @param gatherings lessons, workdays and visits
 * @param climate what the published climate statements of the sites add up to
 */
public record ProgrammeReport(
        String name,
        int year,
        List<SiteYear> sites,
        Map<Handout.Recipient, BigDecimal> handedOutKg,
        long days,
        @Nullable Long keepers,
        @Nullable Savings savings,
        Gathering.Sum gatherings,
        StatementSums.OfYear climate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ProgrammeReport {
        sites = List.copyOf(sites);
        handedOutKg = Map.copyOf(handedOutKg);
    }

    /**
     * A site of the programme.
     *
     * @param months how many of the year are published
     * @param netKg net result of its climate statements in kg CO2e; null when none is published
     */
    public record SiteYear(
            CompostSite site,
            int months,
            BigDecimal treatedKg,
            BigDecimal madeKg,
            @Nullable BigDecimal netKg) {}

    /** How many sites have published at least one month of the year. */
    public long reported() {
        return sites.stream().filter(it -> it.months() > 0).count();
    }

    /** Published months of all sites. */
    public int months() {
        return sites.stream().mapToInt(SiteYear::months).sum();
    }

    public BigDecimal treatedKg() {
        return sum(SiteYear::treatedKg);
    }

    public BigDecimal madeKg() {
        return sum(SiteYear::madeKg);
    }

    private BigDecimal sum(Function<SiteYear, BigDecimal> mass) {
        return sites.stream().map(mass).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Compost made of what was treated, in % with one decimal; null when nothing was. */
    public @Nullable BigDecimal yieldPercent() {
        var treated = treatedKg();
        return treated.signum() == 0 ? null : madeKg().multiply(HUNDRED).divide(treated, 1, RoundingMode.HALF_UP);
    }
}
