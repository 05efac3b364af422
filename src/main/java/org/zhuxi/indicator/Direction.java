package org.zhuxi.indicator;

/** Which way is better. */
public enum Direction {
    UP,
    DOWN,
    /** It tells something and has no better side. */
    NEITHER
}
