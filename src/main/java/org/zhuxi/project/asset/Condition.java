package org.zhuxi.project.asset;

import org.zhuxi.kernel.Names;

/** How an inspection found something. */
public enum Condition {
    GOOD("完好", "Good"),
    FAIR("基本完好", "Fair"),
    POOR("较差", "Poor"),
    OUT_OF_SERVICE("停用", "Out of service");

    private final Names names;

    Condition(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** Whether it serves its purpose. */
    public boolean isSound() {
        return this == GOOD || this == FAIR;
    }
}
