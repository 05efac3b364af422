package org.zhuxi.sensing.meter;

import java.util.Locale;

/** What a meter counts. */
public enum MeterKind {
    ELECTRICITY("kWh", 1),
    WATER("m³", 3);

    private final String unit;
    private final int decimals;

    MeterKind(String unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    /** As people write it. */
    public String unit() {
        return unit;
    }

    /** Of a reading. */
    public int decimals() {
        return decimals;
    }

    /** Message key of its name. */
    public String label() {
        return "sensing.meter.kind." + name().toLowerCase(Locale.ROOT);
    }
}
