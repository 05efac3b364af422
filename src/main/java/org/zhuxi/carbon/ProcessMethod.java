package org.zhuxi.carbon;

/** By which published method composting itself is reckoned. */
public enum ProcessMethod {
    /** IPCC 2006 V5 chapter 4, Tier 1: for inventories, the larger and so the more careful one. */
    IPCC_TIER1("ipcc"),
    /** CDM TOOL13 v02: for projects. */
    TOOL13("tool13");

    private final String suffix;

    ProcessMethod(String suffix) {
        this.suffix = suffix;
    }

    /** Code of its factor for methane, in g/kg. */
    public String methane() {
        return "compost.ch4." + suffix;
    }

    /** Code of its factor for nitrous oxide, in g/kg. */
    public String nitrousOxide() {
        return "compost.n2o." + suffix;
    }
}
