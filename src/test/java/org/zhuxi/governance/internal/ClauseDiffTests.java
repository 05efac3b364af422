package org.zhuxi.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.zhuxi.governance.Convention.How;
import org.zhuxi.governance.Convention.Piece;

/** What was taken out and put in gives both versions again. */
class ClauseDiffTests {

    private static String without(How how, String before, String after) {
        return ClauseDiff.pieces(before, after).stream()
                .filter(it -> it.how() != how)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Property(tries = 300)
    void piecesGiveBothVersions(
            @ForAll @StringLength(max = 20) @CharRange(from = 'a', to = 'd') String before,
            @ForAll @StringLength(max = 20) @CharRange(from = 'a', to = 'd') String after) {
        assertThat(without(How.ADDED, before, after)).isEqualTo(before);
        assertThat(without(How.REMOVED, before, after)).isEqualTo(after);
    }

    @Test
    void longClausesAreNotComparedLetterByLetter() {
        var before = "甲" + "乙丙".repeat(500) + "丁";
        var after = "甲" + "丙戊".repeat(500) + "丁";
        assertThat(ClauseDiff.pieces(before, after))
                .extracting(Piece::how)
                .containsExactly(How.SAME, How.REMOVED, How.ADDED, How.SAME);
        assertThat(without(How.REMOVED, before, after)).isEqualTo(after);
    }

    @Test
    void keepsWhatIsTheSame() {
        assertThat(ClauseDiff.pieces("牵绳，清理。", "牵绳，及时清理。"))
                .containsExactly(new Piece(How.SAME, "牵绳，"), new Piece(How.ADDED, "及时"), new Piece(How.SAME, "清理。"));
    }
}
