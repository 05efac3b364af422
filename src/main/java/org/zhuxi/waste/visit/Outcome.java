package org.zhuxi.waste.visit;

/** What came of ringing at a door. */
public enum Outcome {
    MET,
    ABSENT,
    REFUSED
}
