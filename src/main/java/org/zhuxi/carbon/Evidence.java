package org.zhuxi.carbon;

/** How well the value of a factor is known to be what its source says. */
public enum Evidence {
    /** Read in the primary document. */
    PRIMARY,
    /** Read in a secondary source; the primary was not opened. */
    SECONDARY,
    /** Reckoned from values that were read. */
    COMPUTED,
    /** Not confirmed; never use it without the source in hand. */
    UNCONFIRMED,
    /** A choice of this program without outside authority. */
    DESIGN
}
