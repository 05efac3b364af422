package org.zhuxi.waste.kit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BagCodeProperties {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void readsWhatItPrints(
            @ForAll @IntRange(min = 1, max = 1_048_575) int community,
            @ForAll @LongRange(min = 1, max = 33_554_431) long serial) {
        var code = new BagCode(community, serial);

        assertThat(BagCode.parse(code.printed())).contains(code);
        assertThat(BagCode.parse(code.printed().substring(2).replace("-", "").toLowerCase()))
                .contains(code);
    }

    @Property
    void noticesEverySingleWrongCharacter(
            @ForAll @IntRange(min = 1, max = 1_048_575) int community,
            @ForAll @LongRange(min = 1, max = 33_554_431) long serial,
            @ForAll @IntRange(max = 9) int at,
            @ForAll @IntRange(max = 31) int letter) {
        var plain = new BagCode(community, serial).printed().substring(2).replace("-", "");
        Assume.that(plain.charAt(at) != ALPHABET.charAt(letter));

        assertThat(BagCode.parse(plain.substring(0, at) + ALPHABET.charAt(letter) + plain.substring(at + 1)))
                .isEmpty();
    }

    @Property
    void noticesEverySwap(
            @ForAll @IntRange(min = 1, max = 1_048_575) int community,
            @ForAll @LongRange(min = 1, max = 33_554_431) long serial,
            @ForAll @IntRange(max = 9) int one,
            @ForAll @IntRange(max = 9) int other) {
        var plain = new StringBuilder(
                new BagCode(community, serial).printed().substring(2).replace("-", ""));
        Assume.that(plain.charAt(one) != plain.charAt(other));
        var kept = plain.charAt(one);
        plain.setCharAt(one, plain.charAt(other));
        plain.setCharAt(other, kept);

        assertThat(BagCode.parse(plain.toString())).isEmpty();
    }
}
