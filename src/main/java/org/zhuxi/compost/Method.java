package org.zhuxi.compost;

/** How a unit works. */
public enum Method {
    /** An open pile or windrow of leaves. */
    LEAF_PILE,
    /** An aired bin. */
    AEROBIC_BIN,
    BOKASHI,
    VERMI,
    /** A machine or closed vessel. */
    VESSEL,
    DIGESTION;

    /** Key of its name in the messages. */
    public String label() {
        return "compost.method." + name();
    }

    /** Whether heat tells how it goes. */
    public boolean isHot() {
        return this == LEAF_PILE || this == AEROBIC_BIN || this == VESSEL;
    }
}
