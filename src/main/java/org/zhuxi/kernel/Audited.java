package org.zhuxi.kernel;

/**
 * Published inside a transaction by whoever does or shows something that must be remembered; kept append-only.
 *
 * @param action stable code such as {@code household.read}
 * @param subject id or code of what it was done to
 * @param place where the subject belongs
 * @param detail a few words or numbers; never a secret
 */
public record Audited(Actor actor, String action, String subject, PlacePath place, String detail) {}
