package org.zhuxi.governance;

import org.zhuxi.kernel.Names;

/** The four kinds of decisions; each is counted by its own rule. */
public enum DecisionKind {
    POLL("意见征询", "Advisory poll", true),
    ASSEMBLY("居民会议表决", "Residents' assembly", true),
    OWNERS("业主共同决定", "Owners' joint decision", false),
    BUDGET("社区预算表决", "Budget vote", true);

    private final Names names;
    private final boolean isSecret;

    DecisionKind(String zh, String en, boolean isSecret) {
        this.names = new Names(zh, en);
        this.isSecret = isSecret;
    }

    public Names names() {
        return names;
    }

    /** Whether nobody can tell after the count who voted how; owners vote openly, unit by unit. */
    public boolean isSecret() {
        return isSecret;
    }
}
