package org.zhuxi.platform.table;

/**
 * A column of a table that is given out.
 *
 * @param name stable, in snake case, with its unit
 */
public record TableColumn(String name, ColumnType type) {

    public static TableColumn text(String name) {
        return new TableColumn(name, ColumnType.TEXT);
    }

    public static TableColumn integer(String name) {
        return new TableColumn(name, ColumnType.INTEGER);
    }

    public static TableColumn decimal(String name) {
        return new TableColumn(name, ColumnType.DECIMAL);
    }

    public static TableColumn day(String name) {
        return new TableColumn(name, ColumnType.DAY);
    }

    public static TableColumn instant(String name) {
        return new TableColumn(name, ColumnType.INSTANT);
    }
}
