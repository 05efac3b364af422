package org.zhuxi.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a text in which addresses may stand: words as they are, or an address by the name of its host.
 *
 * @param words what is shown
 * @param address what it opens, beginning with http:// or https://; empty for mere words
 */
public record Linked(String words, String address) {

    private static final Pattern ADDRESS = Pattern.compile("https?://([^\\s/;,，；。）)]+)[^\\s;,，；。）)]*");

    /** The text in pieces, in order; put together, their words are the text but for what follows the hosts. */
    public static List<Linked> of(String text) {
        var pieces = new ArrayList<Linked>();
        var found = ADDRESS.matcher(text);
        var from = 0;
        while (found.find()) {
            if (found.start() > from) {
                pieces.add(new Linked(text.substring(from, found.start()), ""));
            }
            pieces.add(new Linked(found.group(1), found.group()));
            from = found.end();
        }
        if (from < text.length()) {
            pieces.add(new Linked(text.substring(from), ""));
        }
        return pieces;
    }
}
