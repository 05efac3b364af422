package org.zhuxi.carbon;

/** A set of global warming potentials; a result never mixes two. */
public enum GwpSet {
    AR4_100("gwp.ar4"),
    AR5_100("gwp.ar5"),
    AR6_100("gwp.ar6");

    private final String prefix;

    GwpSet(String prefix) {
        this.prefix = prefix;
    }

    /** Code of its factor for methane. */
    public String methane() {
        return prefix + ".ch4";
    }

    /** Code of its factor for nitrous oxide. */
    public String nitrousOxide() {
        return prefix + ".n2o";
    }
}
