package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhuxi.waste.AccuracyLine;

/**
 * How mixed the waste of a building, or of a household, was in a month.
 *
 * @param mixed drops and bags with something of another class in them, verified
 * @param looks drops graded and bags checked, verified
 * @param interval of the share of mixed ones, at 95 %
 * @param stands whether the whole interval lies above the community's own share, so that chance alone hardly explains it
 */
public record Hotspot(AccuracyLine line, long mixed, long looks, Wilson interval, boolean stands) {

    static Hotspot of(AccuracyLine line, double communityShare) {
        var looks = line.verified().looks();
        var mixed = looks - line.verified().right();
        var interval = Wilson.of(mixed, looks);
        return new Hotspot(line, mixed, looks, interval, looks > 0 && interval.low() > communityShare);
    }

    /** Mixed ones in percent, to one decimal; 0 looks have no share. */
    public BigDecimal percent() {
        return looks == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(mixed * 100).divide(BigDecimal.valueOf(looks), 1, RoundingMode.HALF_UP);
    }

    /** The lower end in percent, to one decimal. */
    public BigDecimal lowPercent() {
        return BigDecimal.valueOf(interval.low() * 100).setScale(1, RoundingMode.HALF_UP);
    }

    /** The upper end in percent, to one decimal. */
    public BigDecimal highPercent() {
        return BigDecimal.valueOf(interval.high() * 100).setScale(1, RoundingMode.HALF_UP);
    }
}
