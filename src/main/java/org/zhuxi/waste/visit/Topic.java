package org.zhuxi.waste.visit;

/** What can be explained at a door. */
public enum Topic {
    FOUR_CLASSES,
    KITCHEN_WASTE,
    TIMES_AND_PLACES,
    RECYCLABLES,
    HAZARDOUS,
    POINTS
}
