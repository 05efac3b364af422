package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.zhuxi.notice.internal.PlainText.Piece;

/** Plain text keeps every word, and only addresses become links. */
class PlainTextTests {

    @Test
    void anEmptyLineBeginsAParagraphAndALineStaysALine() {
        assertThat(PlainText.of("一\n二\n \n三"))
                .hasSize(2)
                .first()
                .satisfies(paragraph -> assertThat(paragraph).hasSize(2));
    }

    @Test
    void anAddressBecomesALinkWithoutTheFullStopBehindIt() {
        assertThat(PlainText.of("见 https://example.org/a?b=1。或 http://example.org."))
                .singleElement()
                .satisfies(paragraph -> assertThat(paragraph.getFirst())
                        .containsExactly(
                                new Piece("见 ", false),
                                new Piece("https://example.org/a?b=1", true),
                                new Piece("。或 ", false),
                                new Piece("http://example.org", true),
                                new Piece(".", false)));
    }

    @Test
    void nothingElseBecomesALink() {
        assertThat(PlainText.of("javascript:alert(1) <a href=\"x\"> data:text/html,x //host"))
                .singleElement()
                .satisfies(paragraph ->
                        assertThat(paragraph.getFirst()).singleElement().matches(piece -> !piece.link()));
    }

    @Property(tries = 200)
    void noWordIsLost(@ForAll String text) {
        var words = new StringBuilder();
        PlainText.of(text)
                .forEach(paragraph -> paragraph.forEach(line -> {
                    line.forEach(piece -> words.append(piece.words()));
                    words.append('\n');
                }));

        assertThat(withoutSpace(words.toString())).isEqualTo(withoutSpace(text));
    }

    @Test
    void whatUnicodeCallsSpaceIsSpace() {
        assertThat(PlainText.of("\u2028")).containsExactly(List.of(List.of()));
        assertThat(PlainText.of("\u2028字\u2028").getFirst().getFirst()).containsExactly(new Piece("字", false));
    }

    /** Space as {@link String#strip} means it, which is wider than the regular expressions' {@code \s}. */
    private static String withoutSpace(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
