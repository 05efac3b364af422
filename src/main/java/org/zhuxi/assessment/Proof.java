package org.zhuxi.assessment;

/** Which evidence counts. */
public enum Proof {
    /** All that was supplied, as in a self-assessment. */
    CLAIMED,
    /** Only what somebody else has verified, as in every review. */
    VERIFIED
}
