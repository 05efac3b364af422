package org.zhuxi.carbon.method;

/**
 * The result of a simulation.
 *
 * @param mean of all draws
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 */
public record Interval(double mean, double low, double high) {}
