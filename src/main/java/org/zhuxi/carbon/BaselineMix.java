package org.zhuxi.carbon;

import java.math.BigDecimal;

/**
 * What would have become of the waste: the shares in which the city treats it. It decides the sign of a result – composting what
 * would have been burnt saves almost nothing.
 *
 * @param landfill share buried in a managed landfill
 * @param incineration share burnt
 * @param dump share buried in a deep unmanaged dump
 * @param evidence where the shares are written
 */
public record BaselineMix(BigDecimal landfill, BigDecimal incineration, BigDecimal dump, String evidence) {

    /** Most characters of the evidence. */
    public static final int EVIDENCE = 500;

    /** Everything buried, for the comparison that flatters. */
    public static BaselineMix allBuried() {
        return new BaselineMix(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, "");
    }

    public BigDecimal sum() {
        return landfill.add(incineration).add(dump);
    }
}
