package org.zhuxi.sensing.internal.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text where a sign stands outside parentheses and quoted texts. */
final class Split {

    private Split() {}

    static List<String> at(String text, char sign) {
        var parts = new ArrayList<String>();
        var begin = 0;
        for (var i = next(text, 0, String.valueOf(sign)); i >= 0; i = next(text, begin, String.valueOf(sign))) {
            parts.add(text.substring(begin, i));
            begin = i + 1;
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Where the first of these signs stands, or −1. */
    static int first(String text, String signs) {
        for (var i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the parenthesis that opens here is closed. */
    static int closing(String text, int open) {
        var close = next(text, open + 1, ")");
        if (close < 0) {
            throw StaError.bad("A parenthesis is not closed");
        }
        return close;
    }

    private static int next(String text, int from, String signs) {
        var depth = 0;
        var isQuoted = false;
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\'') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && depth == 0 && signs.indexOf(c) >= 0) {
                return i;
            } else if (!isQuoted && c == '(') {
                depth++;
            } else if (!isQuoted && c == ')') {
                depth--;
            }
        }
        return -1;
    }
}
