package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses in a text. */
class LinkedTests {

    @Test
    void anAddressIsShownByItsHostAndOpensWhole() {
        assertThat(Linked.of("40 CFR 503: https://example.org/a/b?c=1; read in 2026"))
                .containsExactly(
                        new Linked("40 CFR 503: ", ""),
                        new Linked("example.org", "https://example.org/a/b?c=1"),
                        new Linked("; read in 2026", ""));
    }

    @Test
    void punctuationOfEitherLanguageEndsAnAddress() {
        assertThat(Linked.of("照印出来的数（http://example.org/x）。"))
                .containsExactly(
                        new Linked("照印出来的数（", ""),
                        new Linked("example.org", "http://example.org/x"),
                        new Linked("）。", ""));
    }

    @Test
    void otherSchemesAndMereWordsStayWords() {
        assertThat(Linked.of("javascript:alert(1) data:text/html"))
                .containsExactly(new Linked("javascript:alert(1) data:text/html", ""));
        assertThat(Linked.of("")).isEmpty();
    }
}
