package org.zhuxi.platform.manifest;

import org.zhuxi.kernel.Actor;

/** Things that wait for somebody to do them; the today page of the workbench shows all that are not empty. One bean a list. */
public interface WaitingList {

    /** Message key of what waits, such as <em>records to be checked</em>. */
    String label();

    /** Name of an icon in {@code layout/icon.jte}. */
    String icon();

    /** Page on which it is done. */
    String path();

    /** Whether it is this person's work at all. */
    boolean concerns(Actor actor);

    /** How many wait for this person. Asked only when it concerns him. */
    long count(Actor actor);
}
