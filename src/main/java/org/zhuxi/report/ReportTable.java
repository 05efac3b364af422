package org.zhuxi.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A table of a report, in both languages.
 *
 * @param columns headings
 * @param rows as many cells each as there are columns
 * @param note what a reader must know; may be empty
 */
public record ReportTable(String code, Names names, List<Column> columns, List<List<Cell>> rows, Names note) {

    public ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** @param number whether it holds numbers, which stand at the right */
    public record Column(Names names, boolean number) {}

    /** @param link where what it says opens, or null */
    public record Cell(Names words, @Nullable String link) {

        public static Cell of(String words) {
            return new Cell(new Names(words, words), null);
        }

        public static Cell of(Names words) {
            return new Cell(words, null);
        }
    }
}
