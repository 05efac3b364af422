package org.zhuxi.account.internal;

/**
 * Twelve characters in Crockford's base 32 (60 random bits), read out or typed; O counts as 0, I and L as 1. The first four
 * find it again and are kept as they are; of the other eight only a slow, salted hash is kept.
 */
public record TypedCode(String text) {

    private static final int LENGTH = 12;
    private static final int START = 4;

    public TypedCode {
        text = ShortCode.read(text);
    }

    public static TypedCode next() {
        return new TypedCode(ShortCode.next(LENGTH));
    }

    /** By which it is found. */
    public String start() {
        return text.substring(0, Math.min(START, text.length()));
    }

    /** What nobody else knows. */
    public String secret() {
        return text.substring(start().length());
    }

    /** In groups of four, as people read it. */
    public String printed() {
        return ShortCode.grouped(text);
    }

    @Override
    public String toString() {
        return "TypedCode";
    }
}
