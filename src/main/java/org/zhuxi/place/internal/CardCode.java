package org.zhuxi.place.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a household card shows: community and household number in Crockford's base 32 and a check character, as
 * {@code ZX-000-1B7-Q2M}. The community's number is inside, so that a look-up goes to one community.
 *
 * <p>The check character is the sum of the eight others in GF(2⁵), each weighted with another power of the generator x of
 * x⁵+x²+1. All nine weights differ and none is zero, so every single wrong character and every swap of two characters is
 * noticed.
 *
 * @param community 1 to 1,048,575
 * @param number of the household within the community, 0 to 1,048,575
 */
public record CardCode(int community, int number) {

    /** Crockford's alphabet: no I, L, O, U. */
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static final int LARGEST = (1 << 20) - 1;

    private static final String PREFIX = "ZX";
    private static final int LENGTH = 9;
    private static final int FIELD_POLYNOMIAL = 0b100101;
    /** Odd, so that multiplying modulo 2²⁰ can be undone; neighbours get codes that do not look alike. */
    private static final int SPREAD = 0x9E375;

    private static final int UNSPREAD = inverse(SPREAD);

    public CardCode {
        if (community < 1 || community > LARGEST || number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("No card for household " + number + " of community " + community);
        }
    }

    /** Reads what somebody typed: case, blanks and dashes do not matter, O is 0, I and L are 1, ZX may be missing. */
    public static Optional<CardCode> parse(String typed) {
        var letters = normalized(typed);
        var isWhole = letters.length() == LENGTH + PREFIX.length() && letters.startsWith(PREFIX);
        var code = isWhole ? letters.substring(PREFIX.length()) : letters;
        if (code.length() != LENGTH || !code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return checkOf(code) == ALPHABET.indexOf(code.charAt(LENGTH - 1)) ? read(code) : Optional.empty();
    }

    /** What somebody typed, in the letters of the alphabet as far as it can be meant. */
    static String normalized(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** The nine characters that are kept. */
    public String code() {
        var value = ((long) community << 20) | (number * SPREAD & LARGEST);
        var code = new StringBuilder(LENGTH);
        for (var shift = 35; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) (value >>> shift) & 31));
        }
        return code.append(ALPHABET.charAt(checkOf(code))).toString();
    }

    /** What is printed. */
    public static String print(String code) {
        return PREFIX + "-" + code.substring(0, 3) + "-" + code.substring(3, 6) + "-" + code.substring(6);
    }

    private static Optional<CardCode> read(String code) {
        var value = 0L;
        for (var i = 0; i < LENGTH - 1; i++) {
            value = value << 5 | ALPHABET.indexOf(code.charAt(i));
        }
        var community = (int) (value >>> 20);
        var number = ((int) value & LARGEST) * UNSPREAD & LARGEST;
        return community == 0 ? Optional.empty() : Optional.of(new CardCode(community, number));
    }

    private static int checkOf(CharSequence code) {
        var check = 0;
        for (var i = 0; i < LENGTH - 1; i++) {
            check = timesGenerator(check ^ ALPHABET.indexOf(code.charAt(i)));
        }
        return check;
    }

    private static int timesGenerator(int element) {
        var doubled = element << 1;
        return doubled > 31 ? doubled ^ FIELD_POLYNOMIAL : doubled;
    }

    /** Modulo 2³², by Newton's iteration; each step doubles the number of right bits. */
    private static int inverse(int odd) {
        var inverse = odd;
        for (var step = 0; step < 5; step++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
