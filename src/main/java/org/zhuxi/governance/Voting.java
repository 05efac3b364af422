package org.zhuxi.governance;

import org.zhuxi.kernel.Names;

/** How people vote on a budget. */
public enum Voting {
    APPROVAL("赞成若干项目", "Approve projects"),
    ORDINAL("给项目排序", "Rank projects"),
    CUMULATIVE("分配固定分数", "Share out points"),
    SCORING("给每个项目打分", "Score each project");

    private final Names names;

    Voting(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
