package org.zhuxi.platform.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one module's part of an export. */
public interface PersonalArchive {

    /**
     * Adds a table as CSV and as JSON. What it means stands in the read-me: the message
     * {@code <module>.export.<name>}.
     *
     * @param name small letters and dashes, such as {@code records}
     * @param columns stable names; the same in CSV and JSON
     * @param rows read twice, once for each form
     */
    void table(String name, List<String> columns, Rows rows) throws IOException;

    /** Adds a file as it is, in the folder {@code files}. */
    void file(String name, Path content) throws IOException;

    /** Writes rows one after the other, so that many need no memory. */
    @FunctionalInterface
    interface Rows {
        void into(Sink sink) throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {

        /** @param cells as many as there are columns; null for nothing */
        void row(@Nullable Object... cells) throws IOException;
    }
}
