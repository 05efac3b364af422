package org.zhuxi.governance.internal.owners;

/** What an owner says. To abstain is to take part without agreeing. */
public enum Consent {
    YES,
    NO,
    ABSTAIN
}
