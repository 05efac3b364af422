package org.zhuxi.waste.chain;

import org.zhuxi.kernel.Names;

/** How the weight of a collection is known. */
public enum Weighing {
    SOURCE("装车时称重", "Weighed when loaded"),
    DESTINATION("到达时过磅", "Weighed on arrival"),
    ESTIMATED("按桶估重", "Estimated by bins");

    private final Names names;

    Weighing(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
