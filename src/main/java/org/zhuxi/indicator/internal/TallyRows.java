package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what is summed up of a measure. */
final class TallyRows {

    private TallyRows() {}

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getBigDecimal("verified"),
                row.getLong("records"),
                row.getBigDecimal("provisional"),
                row.getLong("waiting"),
                row.getLong("cell"),
                row.getLong("at_least"),
                row.getLong("at_most"),
                row.getLong("about"),
                row.getLong("places"));
    }
}
