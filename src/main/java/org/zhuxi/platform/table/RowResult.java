package org.zhuxi.platform.table;

import java.util.List;
import org.zhuxi.kernel.Problem;

/** What a row does, or would do. */
public record RowResult(long line, Fate fate, List<Cell> problems) {

    /** The four fates of a row. */
    public enum Fate {
        CREATE,
        CHANGE,
        /** It is there already, as it stands in the row. */
        SAME,
        REFUSED
    }

    /**
     * What is wrong with a cell.
     *
     * @param column empty when it is about the row as a whole
     * @param slug its words are the message {@code problem.<slug>}
     */
    public record Cell(String column, String slug, List<Object> arguments) {

        public Cell {
            arguments = List.copyOf(arguments);
        }
    }

    public RowResult {
        problems = List.copyOf(problems);
    }

    public static RowResult of(ImportRow row, Fate fate) {
        return new RowResult(row.line(), fate, List.of());
    }

    public static RowResult refused(ImportRow row, String column, String slug, Object... arguments) {
        return new RowResult(row.line(), Fate.REFUSED, List.of(new Cell(column, slug, List.of(arguments))));
    }

    /** The database keeps no such row. */
    public static RowResult unkept(ImportRow row) {
        return refused(row, "", "exchange-unkept");
    }

    public static RowResult refused(ImportRow row, String column, Problem problem) {
        return new RowResult(row.line(), Fate.REFUSED, List.of(new Cell(column, problem.slug(), problem.arguments())));
    }
}
