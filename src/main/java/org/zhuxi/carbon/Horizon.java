package org.zhuxi.carbon;

/** When methane from a landfill counts; printed with every figure, for the two are not comparable. */
public enum Horizon {
    /** What would be emitted in the year itself, from its own and earlier years' waste: strict yearly accounting. */
    ANNUAL(1),
    /** What would be emitted within 20 years, booked on the day of composting. */
    TWENTY_YEARS(20);

    private final int years;

    Horizon(int years) {
        this.years = years;
    }

    /** Years of decay counted from the day of disposal. */
    public int years() {
        return years;
    }
}
