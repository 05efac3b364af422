package org.zhuxi.governance.internal.works;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Shares an amount by floor coefficient times area, each share whole fen, all together the amount exactly. */
public final class CostShares {

    /** Coefficients are whole thousandths. */
    public static final int COEFFICIENT_UNIT = 1_000;

    private CostShares() {}

    /**
     * Who shares.
     *
     * @param unit stable id
     * @param coefficientMilli coefficient of its floor in thousandths; 0 for whoever does not share
     * @param areaCentiM2 area in hundredths of a square metre
     */
    public record Part(String unit, long coefficientMilli, long areaCentiM2) {

        BigInteger weight() {
            return BigInteger.valueOf(coefficientMilli).multiply(BigInteger.valueOf(areaCentiM2));
        }
    }

    /**
     * Shares by the method of the largest remainder; of equal remainders the larger weight goes first, then the smaller id.
     *
     * @param amountFen at least 0
     * @return share of each unit in fen, in the order of the ids
     * @throws IllegalArgumentException when nobody shares, or a number is below zero
     */
    public static SequencedMap<String, Long> share(long amountFen, List<Part> parts) {
        var total = parts.stream().map(Part::weight).reduce(BigInteger.ZERO, BigInteger::add);
        if (amountFen < 0
                || total.signum() <= 0
                || parts.stream().anyMatch(it -> it.coefficientMilli() < 0 || it.areaCentiM2() < 0)) {
            throw new IllegalArgumentException("Nobody to share with");
        }
        var shares = new TreeMap<String, Long>();
        var remainders = new ArrayList<Remainder>();
        var left = amountFen;
        for (var part : parts) {
            var exact = BigInteger.valueOf(amountFen).multiply(part.weight()).divideAndRemainder(total);
            var whole = exact[0].longValueExact();
            if (shares.put(part.unit(), whole) != null) {
                throw new IllegalArgumentException("Twice: " + part.unit());
            }
            left -= whole;
            remainders.add(new Remainder(part.unit(), exact[1], part.weight()));
        }
        remainders.stream()
                .sorted(Comparator.comparing(Remainder::rest)
                        .reversed()
                        .thenComparing(Comparator.comparing(Remainder::weight).reversed())
                        .thenComparing(Remainder::unit))
                .limit(left)
                .forEach(it -> shares.merge(it.unit(), 1L, Math::addExact));
        return shares;
    }

    private record Remainder(String unit, BigInteger rest, BigInteger weight) {}
}
