package org.zhuxi.account.internal.card;

import java.util.Optional;
import org.zhuxi.account.internal.ShortCode;

/**
 * What a sign-in card shows: sixty random bits, as {@code ZXP-7K2M-4QXR-9D3F}. Unlike a household's card, which says whose
 * points are meant, it is a secret.
 */
public record CardNumber(String code) {

    private static final String PREFIX = "ZXP";
    private static final int CHARACTERS = 12;

    public static CardNumber next() {
        return new CardNumber(ShortCode.next(CHARACTERS));
    }

    /** Reads what was typed or scanned; the prefix may be missing. */
    public static Optional<CardNumber> parse(String typed) {
        var letters = ShortCode.read(typed);
        var code = letters.length() == CHARACTERS + PREFIX.length() && letters.startsWith(PREFIX)
                ? letters.substring(PREFIX.length())
                : letters;
        return code.length() == CHARACTERS ? Optional.of(new CardNumber(code)) : Optional.empty();
    }

    public String printed() {
        return PREFIX + "-" + ShortCode.grouped(code);
    }

    @Override
    public String toString() {
        return "CardNumber";
    }
}
