package org.zhuxi.activity;

/** What can be attached to a record. */
public enum EvidenceKind {
    /** JPEG or PNG. */
    PHOTO,
    /** PDF. */
    DOCUMENT
}
