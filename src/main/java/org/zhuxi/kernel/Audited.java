package org.zhuxi.kernel;

import java.util.UUID;

/**
 * Published inside a transaction by whoever does or shows something that must be remembered; kept append-only.
 *
 * @param action stable code such as {@code household.read}
 * @param subject id or code of what it was done to
 * @param place where the subject belongs
 * @param detail a few words or numbers; never a secret
 */
public record Audited(Actor actor, String action, String subject, PlacePath place, String detail) {

    /** Staff saw something of one household; its members may know. */
    public static final String HOUSEHOLD_READ = "household.read";

    /**
     * Staff looks at a household that is not its own.
     *
     * @param at where the household lives
     * @param what what was seen, as a stable word such as {@code points}; the household reads it in its own language
     */
    public static Audited look(Actor actor, UUID household, PlacePath at, String what) {
        return new Audited(actor, HOUSEHOLD_READ, household.toString(), at, what);
    }
}
