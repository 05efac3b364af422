package org.zhuxi.waste.kit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bag or kit shows: the community, a number within it and a check character in Crockford's base 32, as
 * {@code ZB-000-1B7-Q2MK}. One character longer than a household card, so that neither is ever taken for the other.
 *
 * <p>The check is that of the card ({@code docs/adr/0009}): a sum over GF(2⁵) with ten different weights, which notices every
 * single wrong character and every swap of two.
 *
 * @param community 1 to 1,048,575
 * @param serial within the community, 1 to 33,554,431
 */
public record BagCode(int community, long serial) {

    public static final long LARGEST_SERIAL = (1L << 25) - 1;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "ZB";
    private static final int LARGEST_COMMUNITY = (1 << 20) - 1;
    private static final int DATA = 9;
    private static final int FIELD_POLYNOMIAL = 0b100101;
    /** Odd, so that multiplying modulo 2²⁵ can be undone; neighbouring bags get codes that do not look alike. */
    private static final long SPREAD = 0x19E375BL;

    private static final long UNSPREAD = inverse();

    public BagCode {
        if (community < 1 || community > LARGEST_COMMUNITY || serial < 1 || serial > LARGEST_SERIAL) {
            throw new IllegalArgumentException("No code for bag " + serial + " of community " + community);
        }
    }

    /** Reads what was scanned or typed: case, blanks and dashes do not matter, O is 0, I and L are 1, ZB may be missing. */
    public static Optional<BagCode> parse(String typed) {
        var letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
        var isWhole = letters.length() == DATA + 1 + PREFIX.length() && letters.startsWith(PREFIX);
        var code = (isWhole ? letters.substring(PREFIX.length()) : letters)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (code.length() != DATA + 1 || !code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return checkOf(code) == ALPHABET.indexOf(code.charAt(DATA)) ? read(code) : Optional.empty();
    }

    /** The code so many numbers further on. */
    public BagCode plus(long numbers) {
        return new BagCode(community, serial + numbers);
    }

    /** What is printed. */
    public String printed() {
        var value = ((long) community << 25) | (serial * SPREAD & LARGEST_SERIAL);
        var code = new StringBuilder(DATA + 1);
        for (var shift = 40; shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) (value >>> shift) & 31));
        }
        code.append(ALPHABET.charAt(checkOf(code)));
        return PREFIX + "-" + code.substring(0, 3) + "-" + code.substring(3, 6) + "-" + code.substring(6);
    }

    private static Optional<BagCode> read(String code) {
        var value = 0L;
        for (var i = 0; i < DATA; i++) {
            value = value << 5 | ALPHABET.indexOf(code.charAt(i));
        }
        var community = (int) (value >>> 25);
        var serial = (value & LARGEST_SERIAL) * UNSPREAD & LARGEST_SERIAL;
        return community == 0 || serial == 0 ? Optional.empty() : Optional.of(new BagCode(community, serial));
    }

    private static int checkOf(CharSequence code) {
        var check = 0;
        for (var i = 0; i < DATA; i++) {
            var doubled = (check ^ ALPHABET.indexOf(code.charAt(i))) << 1;
            check = doubled > 31 ? doubled ^ FIELD_POLYNOMIAL : doubled;
        }
        return check;
    }

    /** Modulo 2⁶⁴, by Newton's iteration; each step doubles the number of right bits. */
    private static long inverse() {
        var inverse = SPREAD;
        for (var step = 0; step < 6; step++) {
            inverse *= 2 - SPREAD * inverse;
        }
        return inverse;
    }
}
