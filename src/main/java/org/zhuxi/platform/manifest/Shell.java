package org.zhuxi.platform.manifest;

/** The frames in which pages live, each made for one kind of user. */
public enum Shell {
    /** Everyone, without signing in. */
    PUBLIC,
    /** A resident with a phone. */
    RESIDENT,
    /** A steward or composter at work outdoors. */
    FIELD,
    /** A community worker at a desk. */
    WORK
}
