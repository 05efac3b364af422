package org.zhuxi.governance;

import org.zhuxi.kernel.Names;

/** Where a decision stands; time alone opens and closes it. */
public enum DecisionPhase {
    DRAFT("草稿", "Draft", "secondary"),
    ANNOUNCED("公示中", "Announced", "primary"),
    OPEN("投票中", "Open", "success"),
    CLOSED("待计票", "To be counted", "warning"),
    COUNTED("已公布", "Result published", "success"),
    ANNULLED("已撤销", "Annulled", "warning");

    private final Names names;
    private final String tone;

    DecisionPhase(String zh, String en, String tone) {
        this.names = new Names(zh, en);
        this.tone = tone;
    }

    public Names names() {
        return names;
    }

    public String tone() {
        return tone;
    }
}
