package org.zhuxi.compost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementSum;

/**
 * What a site brought in a year, from its published months alone; masses in kg. Months that nobody published are left blank.
 *
 * @param months how many were published
 * @param madeKg finished compost
 * @param treated what was treated, by material
 * @param handedOutKg compost that went out, by who took it
 * @param batches that ended in the year
 * @param sanitised of them, those that one of the rules finds hot enough
 * @param days on which something was logged
 * @param keepers how many people kept the log; null when fewer than five, so that nobody is singled out
 * @param savings what did not have to be paid for; null when no prices are known
 * @param gatherings lessons, workdays and visits
 * @param climate what the climate statements of the year add up to; null when none is published
 * @param statements climate statements published for the site and the year, or its months
 */
public record BenefitReport(
        CompostSite site,
        int year,
        int months,
        BigDecimal madeKg,
        List<Treated> treated,
        Map<Handout.Recipient, BigDecimal> handedOutKg,
        int batches,
        int sanitised,
        long days,
        @Nullable Long keepers,
        @Nullable Savings savings,
        Gathering.Sum gatherings,
        @Nullable StatementSum climate,
        List<Statement> statements) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public BenefitReport {
        treated = List.copyOf(treated);
        handedOutKg = Map.copyOf(handedOutKg);
        statements = List.copyOf(statements);
    }

    /**
     * @param material code of a feedstock
     * @param isWeighed whether all of it stood on a scale; otherwise some was counted in buckets of weighed density
     */
    public record Treated(String material, BigDecimal massKg, boolean isWeighed) {}

    public BigDecimal treatedKg() {
        return treated.stream().map(Treated::massKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Compost made of what was treated, in % with one decimal; null when nothing was. */
    public @Nullable BigDecimal yieldPercent() {
        return treatedKg().signum() == 0 ? null : madeKg.multiply(HUNDRED).divide(treatedKg(), 1, RoundingMode.HALF_UP);
    }

    public BigDecimal handedOut() {
        return handedOutKg.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
