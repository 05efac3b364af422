package org.zhuxi.place;

import org.zhuxi.kernel.Names;

/** The levels of the tree, from the nation to a dwelling, and sites, which stand beside dwellings. */
public enum PlaceKind {
    NATION("国家", "Nation"),
    PROVINCE("省", "Province"),
    CITY("市", "City"),
    COUNTY("区县", "County"),
    STREET("街镇", "Street or town"),
    COMMUNITY("社区", "Community"),
    QUARTER("小区", "Quarter"),
    BUILDING("楼栋", "Building"),
    DWELLING("住宅", "Dwelling"),
    SITE("点位", "Site");

    private final Names names;

    PlaceKind(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
