package org.zhuxi.waste;

import java.util.Arrays;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/** How well a household sorted what it brought, in the steward's eyes. */
public enum Grade {
    /** Nothing of another class is in it. */
    A("分类正确", "Sorted right"),
    /** Something of another class is in it and could be taken out. */
    B("略有混投", "A little mixed"),
    /** Too mixed to count as this class. */
    C("混投", "Mixed");

    private final Names names;

    Grade(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    public static Optional<Grade> find(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
