package org.zhuxi.place;

/** What became of a plate. */
public enum PlateState {
    /** Made, and to be printed and put up. */
    PRINTED,
    /** Hangs in its place. */
    INSTALLED,
    /** Still valid, but hard to read; to be replaced. */
    DAMAGED,
    /** Not valid any more: another one has its place. It never comes back. */
    REPLACED
}
