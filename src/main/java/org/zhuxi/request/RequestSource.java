package org.zhuxi.request;

/** How a request came. */
public enum RequestSource {
    /** The form. */
    PAGE,
    /** The form, after scanning a plate. */
    PLATE,
    /** Taken down by staff, at the desk or on the telephone. */
    STAFF,
    /** Found on a patrol. */
    PATROL,
    /** Another program, through Open311. */
    PROGRAM
}
