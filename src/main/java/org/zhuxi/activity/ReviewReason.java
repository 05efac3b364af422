package org.zhuxi.activity;

/** Why a record waits for a reviewer; where several hold, the first of them is named. */
public enum ReviewReason {
    /** A quantity is larger than is usual. */
    UNUSUAL,
    /** It was filed more than two days after it happened. */
    LATE,
    /** Every record of this kind is reviewed. */
    POLICY,
    /** It fell into the sample. */
    SAMPLED
}
