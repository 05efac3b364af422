package org.zhuxi.carbon;

/** How an amount was found, and so how uncertain it is. */
public enum Quality {
    /** On a calibrated scale. */
    WEIGHED(2),
    /** Read from a meter. */
    METERED(2),
    /** From records of many people and scales (IPCC 2006 V5 Table 3.5). */
    RECORDED(10),
    /** From buckets, bags or trips. */
    ESTIMATED(40);

    private final double percent;

    Quality(double percent) {
        this.percent = percent;
    }

    /** Half the 95 % interval in percent. */
    public double percent() {
        return percent;
    }
}
