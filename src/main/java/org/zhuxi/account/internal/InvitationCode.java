package org.zhuxi.account.internal;

/** Twelve characters in Crockford's base 32 (60 random bits), read out or typed; O counts as 0, I and L as 1. */
public record InvitationCode(String text) {

    private static final int LENGTH = 12;

    public InvitationCode {
        text = ShortCode.read(text);
    }

    public static InvitationCode next() {
        return new InvitationCode(ShortCode.next(LENGTH));
    }

    /** In groups of four, as people read it. */
    public String printed() {
        return ShortCode.grouped(text);
    }

    byte[] hash() {
        return new Secret(text).hash();
    }

    @Override
    public String toString() {
        return "InvitationCode";
    }
}
