package org.zhuxi.notice.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody typed, as paragraphs of lines of pieces; addresses become links, everything else stays words. */
public final class PlainText {

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+(?::\\d{1,5})?(?:/[\\w./~%?&=+#-]*)?");
    private static final Pattern STOP = Pattern.compile("[.?&]+$");

    private PlainText() {}

    /**
     * A stretch of words.
     *
     * @param link whether the words are an address, beginning with http:// or https://
     */
    public record Piece(String words, boolean link) {}

    /** Paragraphs of lines of pieces. */
    public static List<List<List<Piece>>> of(String text) {
        return PARAGRAPH
                .splitAsStream(text.strip())
                .map(paragraph -> Arrays.stream(paragraph.strip().split("\\n", -1))
                        .map(PlainText::line)
                        .toList())
                .toList();
    }

    private static List<Piece> line(String line) {
        var pieces = new ArrayList<Piece>();
        var address = ADDRESS.matcher(line);
        var end = 0;
        while (address.find()) {
            var link = STOP.matcher(address.group()).replaceFirst("");
            if (address.start() > end) {
                pieces.add(new Piece(line.substring(end, address.start()), false));
            }
            pieces.add(new Piece(link, true));
            end = address.start() + link.length();
        }
        if (end < line.length()) {
            pieces.add(new Piece(line.substring(end), false));
        }
        return List.copyOf(pieces);
    }
}
