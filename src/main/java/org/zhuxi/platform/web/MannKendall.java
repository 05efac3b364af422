package org.zhuxi.platform.web;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The test for a trend by Mann and Kendall.
 *
 * @param score how many more pairs rise than fall
 * @param values how many there are
 * @param variance of the score when the order means nothing, with the correction for equal values
 * @param ties whether some values are equal
 */
record MannKendall(int score, int values, double variance, boolean ties) {

    /** Chance of finding a trend where there is none. */
    private static final double LEVEL = 0.05;
    /** The same on the normal distribution, two-sided. */
    private static final double NORMAL = 1.959964;
    /** Up to here every order is counted; beyond, the normal distribution is as good (Gilbert says from 11 on). */
    private static final int COUNTED = 30;

    static MannKendall of(double[] values) {
        var score = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                score += Double.compare(values[j], values[i]);
            }
        }
        var groups = Arrays.stream(values)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values();
        var tied = groups.stream().mapToDouble(MannKendall::spread).sum();
        return new MannKendall(
                score, values.length, (spread(values.length) - tied) / 18, groups.size() < values.length);
    }

    private static double spread(long n) {
        return (double) n * (n - 1) * (2 * n + 5);
    }

    double direction() {
        return Math.signum(score);
    }

    boolean isSignificant() {
        return ties || values > COUNTED
                ? Math.abs(score) - 1 >= NORMAL * Math.sqrt(variance) && variance > 0
                : exact() <= LEVEL;
    }

    /** The share of all orders of the values whose score is at least as far from zero. */
    double exact() {
        var orders = ordersByFallingPairs();
        var pairs = values * (values - 1) / 2;
        var all = Arrays.stream(orders).sum();
        var as = 0.0;
        for (int falling = 0; falling <= pairs; falling++) {
            if (Math.abs(pairs - 2 * falling) >= Math.abs(score)) {
                as += orders[falling];
            }
        }
        return as / all;
    }

    /** How many orders of the values have so many falling pairs (the Mahonian numbers), value by value. */
    private double[] ordersByFallingPairs() {
        var orders = new double[] {1};
        for (int n = 2; n <= values; n++) {
            var next = new double[n * (n - 1) / 2 + 1];
            for (int before = 0; before < orders.length; before++) {
                for (int added = 0; added < n; added++) {
                    next[before + added] += orders[before];
                }
            }
            orders = next;
        }
        return orders;
    }
}
