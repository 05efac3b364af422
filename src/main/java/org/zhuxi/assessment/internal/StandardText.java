package org.zhuxi.assessment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a standard as people write it. */
public final class StandardText {

    private static final Pattern HEADER =
            Pattern.compile("^(code|version|jurisdiction|parent|parentVersion|effectiveFrom):.*$", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("^(parent|parentVersion):");

    private StandardText() {}

    /** What a text says of itself. */
    public record Header(String code, int version, String jurisdiction, LocalDate from) {}

    /** The text of another standard under a header of its own; it refines what that refines, or else that itself. */
    public static String begun(String text, String from, int fromVersion, Header header) {
        var top = new ArrayList<>(List.of(
                "code: " + header.code(),
                "version: " + header.version(),
                "jurisdiction: \"" + header.jurisdiction() + "\"",
                "effectiveFrom: " + header.from()));
        var parents = text.lines().filter(line -> KEY.matcher(line).find()).toList();
        top.addAll(parents);
        if (parents.isEmpty() && !from.equals(header.code())) {
            top.add("parent: " + from);
            top.add("parentVersion: " + fromVersion);
        }
        var rest =
                HEADER.matcher(text).replaceAll("").replaceAll("\n{3,}", "\n\n").strip();
        return String.join("\n", top) + "\n" + rest + "\n";
    }
}
