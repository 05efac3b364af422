package org.zhuxi.compost.process;

/** How sure a number of a rule or a limit is; told beside the number wherever it stands. */
public enum Evidence {
    /** Read in the source that is named. */
    PRINTED,
    /** From memory; nobody may claim conformity by it before it was looked up. */
    REMEMBERED,
    /** Our own. */
    DECLARED;

    /** Key of its words in the messages; the source is their argument. */
    public String label() {
        return "compost.evidence." + name();
    }
}
