package org.zhuxi.platform.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of an import whose cells have the form of their columns.
 *
 * @param id always the same for the same line of the same file
 * @param line in the file, the head line being 1
 * @param cells by the name of the column; empty cells are missing
 */
public record ImportRow(UUID id, long line, Map<String, String> cells) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    public Optional<String> text(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The text of a required column. */
    public String get(String column) {
        return text(column).orElse("");
    }

    public Optional<Long> integer(String column) {
        return text(column).map(Long::valueOf);
    }

    public Optional<BigDecimal> decimal(String column) {
        return text(column).map(BigDecimal::new);
    }

    public Optional<LocalDate> day(String column) {
        return text(column).map(LocalDate::parse);
    }
}
