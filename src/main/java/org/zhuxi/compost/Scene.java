package org.zhuxi.compost;

/** Where a site is; names stand in the messages as {@code compost.scene.<NAME>}. */
public enum Scene {
    RESIDENTIAL,
    COMMUNITY_GARDEN,
    MARKET,
    PARK,
    SCHOOL,
    MUSEUM,
    VILLAGE,
    FARM,
    ISLAND,
    INDUSTRIAL_PARK,
    NATURE_RESERVE;

    /** Key of its name in the messages. */
    public String label() {
        return "compost.scene." + name();
    }
}
