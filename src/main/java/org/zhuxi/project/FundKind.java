package org.zhuxi.project;

import org.zhuxi.kernel.Names;

/** What a movement of money says: each kind stays within the one before it. */
public enum FundKind {
    PLAN("计划", "Planned"),
    ALLOCATE("到位", "Allocated"),
    PAY("支付", "Paid");

    private final Names names;

    FundKind(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }
}
