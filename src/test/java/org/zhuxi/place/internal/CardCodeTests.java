package org.zhuxi.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CardCodeTests {

    @Property
    void readsWhatItPrints(
            @ForAll @IntRange(min = 1, max = CardCode.LARGEST) int community,
            @ForAll @IntRange(max = CardCode.LARGEST) int number) {
        var card = new CardCode(community, number);

        assertThat(CardCode.parse(CardCode.print(card.code()))).contains(card);
    }

    @Property
    void forgivesHowAHandTypesIt(
            @ForAll @IntRange(min = 1, max = CardCode.LARGEST) int community,
            @ForAll @IntRange(max = CardCode.LARGEST) int number) {
        var card = new CardCode(community, number);
        var typed = card.code().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');

        assertThat(CardCode.parse(" zx " + typed.substring(0, 4) + " " + typed.substring(4) + " "))
                .contains(card);
        assertThat(CardCode.parse(typed)).contains(card);
    }

    @Property
    void noticesEveryWrongCharacter(
            @ForAll @IntRange(min = 1, max = CardCode.LARGEST) int community,
            @ForAll @IntRange(max = CardCode.LARGEST) int number) {
        var code = new CardCode(community, number).code();
        for (var position = 0; position < code.length(); position++) {
            for (var letter : CardCode.ALPHABET.toCharArray()) {
                if (letter != code.charAt(position)) {
                    var wrong = new StringBuilder(code);
                    wrong.setCharAt(position, letter);
                    assertThat(CardCode.parse(wrong.toString()))
                            .as(wrong.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Property
    void noticesEverySwapOfTwoCharacters(
            @ForAll @IntRange(min = 1, max = CardCode.LARGEST) int community,
            @ForAll @IntRange(max = CardCode.LARGEST) int number) {
        var code = new CardCode(community, number).code();
        for (var one = 0; one < code.length(); one++) {
            for (var other = one + 1; other < code.length(); other++) {
                if (code.charAt(one) != code.charAt(other)) {
                    var wrong = new StringBuilder(code);
                    wrong.setCharAt(one, code.charAt(other));
                    wrong.setCharAt(other, code.charAt(one));
                    assertThat(CardCode.parse(wrong.toString()))
                            .as(wrong.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Example
    void givesEveryHouseholdOfACommunityAnotherCode() {
        var codes = new HashSet<String>();
        for (var number = 0; number < 20_000; number++) {
            codes.add(new CardCode(7, number).code());
        }

        assertThat(codes).hasSize(20_000);
    }

    @Example
    void readsNothingFromRubbish() {
        for (var rubbish : new String[] {"", "ZX", "321003010001-Q1", "ZX-UUU-UUU-UUU", "竹西", "ZX-000-000-0000"}) {
            assertThat(CardCode.parse(rubbish)).as(rubbish).isEmpty();
        }
    }
}
