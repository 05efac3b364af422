package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import org.zhuxi.kernel.Period;

/**
 * What the homes of a place used and saved, without telling of any of them.
 *
 * @param homes with readings that cover the whole period
 * @param used by them, in the unit of the kind
 * @param comparedHomes those of them with readings for the same days a year before
 * @param saved by these, negative when they used more
 */
public record CommunityUse(
        MeterKind kind, Period period, int homes, BigDecimal used, int comparedHomes, BigDecimal saved) {

    /** Whether so few homes are behind it that it would tell of one. */
    public boolean isTooFew() {
        return homes < Neighbours.FEWEST;
    }

    /** Whether so few homes are behind the saving. */
    public boolean isTooFewCompared() {
        return comparedHomes < Neighbours.FEWEST;
    }
}
