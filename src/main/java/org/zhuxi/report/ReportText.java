package org.zhuxi.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A text of a report: what people write, with numbers cited as {@code {F02}}.
 *
 * @param code of the place in the template
 * @param version how often it was changed; 0 for the words of the template
 * @param words English may be empty
 * @param writer name of who wrote it, or empty for the words of the template
 */
public record ReportText(
        UUID report,
        String code,
        int version,
        Names words,
        String writer,
        @Nullable Instant writtenAt) {

    /** Most characters of a text. */
    public static final int MOST = 4_000;
}
