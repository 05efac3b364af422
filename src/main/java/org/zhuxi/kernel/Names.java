package org.zhuxi.kernel;

import java.util.Locale;

/** A name in Chinese, written first, and in English. */
public record Names(String zh, String en) {

    /** The name in the reader's language; Chinese for every locale that is not English. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
