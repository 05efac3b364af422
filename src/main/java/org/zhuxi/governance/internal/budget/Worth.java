package org.zhuxi.governance.internal.budget;

/** What a project is worth to whoever supports it, when shares are reckoned. */
public enum Worth {
    /** As much as it costs; for ballots that approve. */
    COST,
    /** One, whatever it costs. */
    ONE,
    /** The points of the ballot. */
    POINTS;

    /** What is usual for a type of ballot. */
    public static Worth usual(BallotType type) {
        return type.isApproval() ? COST : POINTS;
    }
}
