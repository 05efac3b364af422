package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(words.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
