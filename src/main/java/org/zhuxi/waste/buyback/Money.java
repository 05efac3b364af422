package org.zhuxi.waste.buyback;

import java.math.BigDecimal;

/** Mass in whole grams times price in whole fen a kilogram, exact; and both as people read them. */
public final class Money {

    private static final long GRAMS_A_KILOGRAM = 1_000;

    private Money() {}

    /**
     * What a mass is worth, rounded half up to the fen, line by line and never on a sum.
     *
     * @param massG grams, 0 or more
     * @param priceFenPerKg fen for a kilogram, 0 or more
     * @throws ArithmeticException beyond the range of a long
     */
    public static long fen(long massG, long priceFenPerKg) {
        if (massG < 0 || priceFenPerKg < 0) {
            throw new IllegalArgumentException("No mass or price below zero: " + massG + " g, " + priceFenPerKg);
        }
        var milliFen = Math.multiplyExact(massG, priceFenPerKg);
        return Math.addExact(milliFen, GRAMS_A_KILOGRAM / 2) / GRAMS_A_KILOGRAM;
    }

    /** Yuan with two decimals. */
    public static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Kilograms with three decimals. */
    public static BigDecimal kg(long massG) {
        return BigDecimal.valueOf(massG, 3);
    }
}
