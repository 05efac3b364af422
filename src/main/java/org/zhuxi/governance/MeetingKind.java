package org.zhuxi.governance;

import org.zhuxi.kernel.Names;

/** What people meet for; the first three are the 三会 of residents' self-government. */
public enum MeetingKind {
    HEARING("听证会", "Hearing"),
    COORDINATION("协调会", "Coordination meeting"),
    EVALUATION("评议会", "Evaluation meeting"),
    ASSEMBLY("居民会议", "Residents' assembly"),
    OWNERS("业主大会", "Owners' assembly"),
    TALK("议事会", "Talk");

    private final Names names;

    MeetingKind(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
