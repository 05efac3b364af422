package org.zhuxi.assessment;

/** What can prove a criterion; its words are the messages {@code assessment.evidence.<name>}. */
public enum EvidenceKind {
    MINUTES,
    SIGNED_LIST,
    CASE,
    RECORD,
    SCREENSHOT,
    DRAWING,
    INVENTORY,
    PHOTO,
    ACCEPTANCE,
    SITE_LIST,
    PURCHASE_LIST,
    CERTIFICATE,
    MAP,
    PATROL,
    TICKET,
    NOISE_TEST,
    DEVICE_LIST,
    CONTRACT,
    LINK,
    SIGN_IN,
    SLIDES,
    TEXT,
    VOTE,
    INSPECTION,
    STATEMENT
}
