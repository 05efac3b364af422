package org.zhuxi.request;

/** What whoever reported thinks of how it was done. */
public enum Satisfaction {
    SATISFIED,
    BASICALLY,
    DISSATISFIED
}
