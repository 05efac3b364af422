package org.zhuxi.platform.table;

/** What stands in a column, and which Java value carries it. */
public enum ColumnType {
    /** Anything; {@code toString()}. */
    TEXT,
    /** {@code Long} or {@code Integer}. */
    INTEGER,
    /** {@code BigDecimal} or {@code Double}. */
    DECIMAL,
    /** {@code LocalDate}. */
    DAY,
    /** {@code Instant}. */
    INSTANT,
    /** {@code Boolean}. */
    YES_NO
}
