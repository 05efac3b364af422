package org.zhuxi.waste.kit;

/** What carries a code. */
public enum KitItem {
    /** A bag, thrown away with what is in it. */
    BAG,
    /** A set of bins and leaflets for one household. */
    KIT
}
