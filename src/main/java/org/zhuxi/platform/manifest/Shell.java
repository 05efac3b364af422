package org.zhuxi.platform.manifest;

/** The frames in which pages live, each made for one kind of user. */
public enum Shell {
    /** Everyone, without signing in. */
    PUBLIC(5, "/more"),
    /** A resident with a phone. */
    RESIDENT(4, "/me/more"),
    /** A steward or composter at work outdoors. */
    FIELD(4, "/field/more"),
    /** A community worker at a desk. */
    WORK(Integer.MAX_VALUE, "/work"),
    /** An authority that looks at the places below it. */
    OFFICE(Integer.MAX_VALUE, "/office");

    private final int room;
    private final String morePath;

    Shell(int room, String morePath) {
        this.room = room;
        this.morePath = morePath;
    }

    /** How many entries of the menu its bar holds; the others stand on the page {@link #morePath()}. */
    public int room() {
        return room;
    }

    /** Page of everything that finds no room in the bar. */
    public String morePath() {
        return morePath;
    }
}
