package org.zhuxi.request.mediation;

/** Somebody in a dispute. Both are empty once forgotten. */
public record Party(String name, String phone) {

    /** Longest name, in characters. */
    public static final int NAME = 60;

    /** Fewest in a mediation. */
    public static final int FEWEST = 2;

    /** Most in a mediation: five a side. */
    public static final int MOST = 10;
}
