package org.zhuxi.project.photo;

import org.zhuxi.kernel.Names;

/** When a photo was taken, seen from the works. */
public enum Phase {
    BEFORE("改造前", "Before"),
    DURING("改造中", "During"),
    AFTER("改造后", "After");

    private final Names names;

    Phase(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
