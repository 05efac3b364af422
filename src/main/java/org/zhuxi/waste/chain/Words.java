package org.zhuxi.waste.chain;

/** Checks what people write into fields. */
final class Words {

    private Words() {}

    /** The words without spaces around them; refused when there are none, too many, or a character no database keeps. */
    static String require(String field, String words, int most) {
        if (words.isBlank()) {
            throw new ChainRefused.Unreadable(field, "chain-words-missing");
        }
        return atMost(field, words, most);
    }

    /** The same, but it may be empty. */
    static String atMost(String field, String words, int most) {
        if (words.strip().length() > most || words.indexOf('\0') >= 0) {
            throw new ChainRefused.Unreadable(field, "chain-words-long", most);
        }
        return words.strip();
    }
}
