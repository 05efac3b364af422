package org.zhuxi.waste.chain;

import org.zhuxi.kernel.Names;

/** A way on which mass may go missing. */
public enum Leg {
    /** From the drop to the vehicle. */
    COLLECTION("投放到清运", "From drop to collection"),
    /** From the vehicle to the receipt of treatment. */
    TREATMENT("清运到处理", "From collection to treatment");

    private final Names names;

    Leg(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
