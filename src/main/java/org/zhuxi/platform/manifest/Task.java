package org.zhuxi.platform.manifest;

/**
 * What people at a desk come to do; the workbench's menu is grouped by it. The order of a {@link NavigationEntry} says the
 * task: it is the last one that begins at or before it.
 */
public enum Task {
    TODAY(0),
    RECORDS(10),
    HOUSEHOLDS(30),
    SORTING(40),
    POINTS(50),
    HAULING(60),
    GOVERNANCE(70),
    PEOPLE(80),
    PROGRAM(90);

    private final int from;

    Task(int from) {
        this.from = from;
    }

    /** First order of its entries. */
    public int from() {
        return from;
    }

    /** Message key of its words. */
    public String label() {
        return "app.task." + name().toLowerCase(java.util.Locale.ROOT);
    }

    static Task of(int order) {
        var found = TODAY;
        for (var task : values()) {
            if (task.from <= order) {
                found = task;
            }
        }
        return found;
    }
}
