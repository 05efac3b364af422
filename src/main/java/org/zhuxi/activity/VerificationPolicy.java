package org.zhuxi.activity;

/** How a record of a kind comes to be verified. */
public enum VerificationPolicy {
    /** Verified at once, because it keeps to the rules of its kind. */
    RULE,
    /** A fixed share waits for a reviewer; the rest is verified at once. */
    SAMPLE,
    /** Every record waits for a reviewer. */
    REVIEW
}
