package org.zhuxi.compost;

/** What somebody saw, felt or smelt. */
public enum Finding {
    /** Squeezed, no drop comes and it falls apart. */
    DRY,
    /** Squeezed, it holds together and a drop or two comes. */
    RIGHT,
    /** Squeezed, water runs. */
    WET,
    EARTHY,
    AMMONIA,
    ROTTEN,
    SOUR,
    NONE,
    SOME,
    MUCH,
    FLIES,
    RATS;

    /** Key of its name in the messages. */
    public String label() {
        return "compost.finding." + name();
    }
}
