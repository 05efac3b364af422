package org.zhuxi.compost;

/** How far a site's month is. */
public enum MonthState {
    /** Entries are still made. */
    OPEN,
    /** It waits for a reviewer; nothing can be entered for it. */
    SUBMITTED,
    /** The reviewer gave it back with reasons; entries can be made and taken back again. */
    RETURNED,
    /** It counts nowhere. */
    REJECTED,
    /** Its figures are public and stay. */
    PUBLISHED;

    /** Whether entries of the month can still be made and taken back. */
    public boolean takesEntries() {
        return this == OPEN || this == RETURNED;
    }

    /** Key of its name in the messages. */
    public String label() {
        return "compost.month-state." + name();
    }
}
