package org.zhuxi.platform.paper;

import java.util.List;

/**
 * A document in one language, as it goes on paper.
 *
 * @param language {@code zh-CN} or {@code en}
 * @param cover lines below the title
 */
public record Paper(String title, String language, List<String> cover, List<Part> parts) {

    /** What stands on paper, in order. */
    public sealed interface Part {}

    /** @param level 2 for a section */
    public record Heading(int level, String words) implements Part {}

    public record Paragraph(String words) implements Part {}

    /** @param numbers which columns stand at the right */
    public record Grid(String caption, List<String> head, List<Boolean> numbers, List<List<String>> rows, String note)
            implements Part {}
}
