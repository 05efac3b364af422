package org.zhuxi.project;

import java.math.BigDecimal;
import java.text.Normalizer;

/** Amounts of money: kept in fen, read and written in yuan. */
public final class Fen {

    private static final int DECIMALS = 2;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000000");

    private Fen() {}

    /** As people write it, such as 1234.50. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }

    /** The number in front of the unit, for templates that group its digits. */
    public static BigDecimal inYuan(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS);
    }

    /**
     * Reads yuan with at most two decimals, at most a million million.
     *
     * @param field named when it cannot be read
     * @throws ProjectRefused.Unreadable when it is no such amount
     */
    public static long parse(String field, String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replace(",", "");
        if (!text.matches("\\d{1,13}(\\.\\d{1,2})?") || new BigDecimal(text).compareTo(MOST_YUAN) > 0) {
            throw new ProjectRefused.Unreadable(field);
        }
        return new BigDecimal(text).movePointRight(DECIMALS).longValueExact();
    }
}
