package org.zhuxi.project;

import org.zhuxi.kernel.Names;

/** How something is talked over; the first three are the 三会 of residents' self-government. */
public enum TalkForm {
    HEARING("听证会", "Hearing"),
    COORDINATION("协调会", "Coordination meeting"),
    APPRAISAL("评议会", "Evaluation meeting"),
    ASSEMBLY("居民会议", "Residents' assembly"),
    BUILDING("楼组议事", "Talk in the building"),
    DOORS("入户征询", "Asking at doors"),
    SURVEY("问卷", "Survey");

    private final Names names;

    TalkForm(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
