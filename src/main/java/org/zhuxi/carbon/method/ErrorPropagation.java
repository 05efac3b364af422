package org.zhuxi.carbon.method;

import java.util.Arrays;

/**
 * Approach 1 of the IPCC guidelines (2006 V1 chapter 3). Uncertainties are half the 95 % interval in percent; the inputs are held to
 * be uncorrelated.
 */
public final class ErrorPropagation {

    private static final double PERCENT = 100;
    private static final double TWO_HALVES = 200;
    private static final double Z = 1.96;

    private ErrorPropagation() {}

    /** Equation 3.1: of a product. */
    public static double ofProduct(double... percents) {
        return Math.sqrt(Arrays.stream(percents).map(one -> one * one).sum());
    }

    /** Equation 3.2: of a sum. @param amounts with their signs @param percents of the amounts, in their order */
    public static double ofSum(double[] amounts, double[] percents) {
        if (amounts.length != percents.length) {
            throw new IllegalArgumentException("As many uncertainties as amounts");
        }
        var squares = 0.0;
        var sum = 0.0;
        for (var i = 0; i < amounts.length; i++) {
            var absolute = amounts[i] * percents[i];
            squares += absolute * absolute;
            sum += amounts[i];
        }
        return Math.sqrt(squares) / Math.abs(sum);
    }

    /** Equation 3.3: by what an uncertainty above 100 % is corrected; good up to 230 %. */
    public static double correction(double percent) {
        var u = percent;
        var root = (-0.720 + 1.0921 * u - 1.63e-3 * u * u + 1.11e-5 * u * u * u) / u;
        return root * root;
    }

    /** Equation 3.6: geometric standard deviation of a log-normal input. */
    public static double geometricDeviation(double percent) {
        return Math.exp(logDeviation(percent));
    }

    /** Equation 3.5: geometric mean of a log-normal input whose mean is given. */
    public static double geometricMean(double mean, double percent) {
        var deviation = logDeviation(percent);
        return mean * Math.exp(-deviation * deviation / 2);
    }

    static double logDeviation(double percent) {
        var ratio = percent / TWO_HALVES;
        return Math.sqrt(Math.log1p(ratio * ratio));
    }

    /** Equation 3.7: lower end of the 95 % interval of a log-normal input. */
    public static double lower(double mean, double percent) {
        return geometricMean(mean, percent) * Math.exp(-Z * logDeviation(percent));
    }

    /** Equation 3.7: upper end. */
    public static double upper(double mean, double percent) {
        return geometricMean(mean, percent) * Math.exp(Z * logDeviation(percent));
    }

    /** Half a 95 % interval in percent of a value. */
    public static double halfWidth(double low, double high, double value) {
        return (high - low) / 2 / Math.abs(value) * PERCENT;
    }
}
