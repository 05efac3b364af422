package org.zhuxi.waste.chain;

/**
 * The Wilson score interval of a share at 95 %, which stays honest for small numbers (E. B. Wilson, Probable inference, the law of
 * succession, and statistical inference, Journal of the American Statistical Association 22, 1927, 209–212).
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Wilson(double low, double high) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Nothing is known: anything from none to all. */
    private static final Wilson UNKNOWN = new Wilson(0, 1);

    /** Of so many, these. */
    public static Wilson of(long these, long ofAll) {
        if (these < 0 || these > ofAll) {
            throw new IllegalArgumentException("Not a share: " + these + " of " + ofAll);
        }
        if (ofAll == 0) {
            return UNKNOWN;
        }
        var share = (double) these / ofAll;
        var spread = Z * Z / ofAll;
        var centre = (share + spread / 2) / (1 + spread);
        var half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / ofAll + spread / 4 / ofAll);
        return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
