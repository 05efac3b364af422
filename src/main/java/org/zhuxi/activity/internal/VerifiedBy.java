package org.zhuxi.activity.internal;

/** How a record came to be verified. */
enum VerifiedBy {
    RULE,
    SAMPLE,
    REVIEW
}
