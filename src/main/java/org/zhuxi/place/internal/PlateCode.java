package org.zhuxi.place.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.zhuxi.kernel.CommunityId;

/**
 * The code of a plate: community and a number drawn by lot, as on a household card, with a check character of its own, so that
 * neither is ever taken for the other.
 */
public final class PlateCode {

    /** Added to the check of a card; any value but zero tells the two apart. */
    private static final int OTHER_CHECK = 0b10101;

    private static final int LENGTH = 9;

    private PlateCode() {}

    /** A new code; the caller looks whether it is taken. */
    public static String draw(CommunityId community, RandomGenerator random) {
        return turned(new CardCode(community.value(), random.nextInt(CardCode.LARGEST + 1)).code());
    }

    /** Reads what was scanned or typed: case, blanks and dashes do not matter, O is 0, I and L are 1. */
    public static Optional<Read> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var code = CardCode.normalized(typed);
        if (code.length() != LENGTH || !code.chars().allMatch(letter -> CardCode.ALPHABET.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return CardCode.parse(turned(code)).map(card -> new Read(new CommunityId(card.community()), code));
    }

    /** What is printed below the QR code. */
    public static String print(String code) {
        return code.substring(0, 3) + "-" + code.substring(3, 6) + "-" + code.substring(6);
    }

    private static String turned(String code) {
        var check = CardCode.ALPHABET.indexOf(code.charAt(LENGTH - 1)) ^ OTHER_CHECK;
        return (code.substring(0, LENGTH - 1) + CardCode.ALPHABET.charAt(check)).toUpperCase(Locale.ROOT);
    }

    /** A code that may exist, and the community that would keep it. */
    public record Read(CommunityId community, String code) {}
}
