package org.zhuxi.report;

/**
 * A line of funds as somebody enters it.
 *
 * @param place code of the place
 * @param plannedYuan amounts in yuan, two decimals at most
 */
public record NewFund(
        String place,
        int year,
        Fund.Kind kind,
        Fund.Area area,
        String plannedYuan,
        String allocatedYuan,
        String disbursedYuan,
        String source) {

    /** Most characters of a source. */
    public static final int SOURCE = 300;
}
