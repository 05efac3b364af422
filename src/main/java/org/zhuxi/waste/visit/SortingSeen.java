package org.zhuxi.waste.visit;

/** How a household sorts, as seen at the door. */
public enum SortingSeen {
    WELL,
    MIXED,
    NOT_YET
}
