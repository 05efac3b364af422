package org.zhuxi.exchange.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.exchange.ExchangeRefused;
import org.zhuxi.platform.table.Harmless;
import org.zhuxi.platform.table.ImportColumn;
import org.zhuxi.platform.table.ImportRow;
import org.zhuxi.platform.table.ImportSource;
import org.zhuxi.platform.table.RowResult;
import org.zhuxi.platform.table.TableFile;

/** Turns the lines of a file into rows of a source, and says which cells do not have the form of their column. */
@Component
public class ImportReader {

    private static final long MOST_ROWS = 100_000;
    private static final int LONGEST_CELL = 2_000;

    /**
     * A line of the file.
     *
     * @param wrong null when every cell has its form
     */
    public record Read(ImportRow row, @Nullable RowResult wrong) {}

    /** How many rows there are; refuses files without the columns or rows that are needed. */
    public long count(ImportSource source, byte[] file) {
        var rows = new long[1];
        read(source, file, "", row -> {
            rows[0]++;
            return true;
        });
        if (rows[0] == 0 || rows[0] > MOST_ROWS) {
            throw new ExchangeRefused.WrongLength(rows[0], MOST_ROWS);
        }
        return rows[0];
    }

    /** Reads all rows in order, while the taker wants more. @param hash makes the ids of the rows */
    public void read(ImportSource source, byte[] file, String hash, Predicate<Read> taker) {
        var columns = new ArrayList<@Nullable ImportColumn>();
        TableFile.read(file, (line, cells) -> {
            if (columns.isEmpty()) {
                columns.addAll(columns(source, cells));
                return true;
            }
            var isEmpty = cells.stream().allMatch(String::isBlank);
            return isEmpty || taker.test(row(columns, line, cells, hash));
        });
        if (columns.isEmpty()) {
            throw new ExchangeRefused.WrongLength(0, MOST_ROWS);
        }
    }

    private static List<@Nullable ImportColumn> columns(ImportSource source, List<String> heads) {
        var found = new ArrayList<@Nullable ImportColumn>();
        for (var head : heads) {
            found.add(source.columns().stream()
                    .filter(column -> isHeadOf(column, head))
                    .findFirst()
                    .orElse(null));
        }
        var missing = source.columns().stream()
                .filter(column -> column.required() && !found.contains(column))
                .map(ImportColumn::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new ExchangeRefused.MissingColumns(String.join(", ", missing));
        }
        return found;
    }

    private static boolean isHeadOf(ImportColumn column, String head) {
        var typed = head.strip().toLowerCase(Locale.ROOT);
        return typed.equals(column.name())
                || typed.equals(column.names().zh())
                || typed.equals(column.names().en().toLowerCase(Locale.ROOT));
    }

    private static Read row(List<@Nullable ImportColumn> columns, long line, List<String> cells, String hash) {
        var values = new HashMap<String, String>();
        var wrong = new ArrayList<RowResult.Cell>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column != null) {
                var value = i < cells.size() ? Harmless.original(cells.get(i).strip()) : "";
                check(column, value, values, wrong);
            }
        }
        var id = UUID.nameUUIDFromBytes((hash + ":" + line).getBytes(StandardCharsets.UTF_8));
        var row = new ImportRow(id, line, Map.copyOf(values));
        return new Read(row, wrong.isEmpty() ? null : new RowResult(line, RowResult.Fate.REFUSED, wrong));
    }

    private static void check(
            ImportColumn column, String value, Map<String, String> values, List<RowResult.Cell> wrong) {
        if (value.isEmpty()) {
            if (column.required()) {
                wrong.add(new RowResult.Cell(column.name(), "exchange-required", List.of(column.names())));
            }
            return;
        }
        values.put(column.name(), value);
        var slug = fault(column, value);
        if (slug != null) {
            wrong.add(new RowResult.Cell(column.name(), slug, List.of(value)));
        }
    }

    private static @Nullable String fault(ImportColumn column, String value) {
        if (value.length() > LONGEST_CELL) {
            return "exchange-too-long";
        }
        try {
            switch (column.type()) {
                case INTEGER -> Long.parseLong(value);
                case DECIMAL -> new BigDecimal(value);
                case DAY -> LocalDate.parse(value);
                case TEXT, INSTANT, YES_NO -> {}
            }
            return null;
        } catch (NumberFormatException e) {
            return "exchange-number";
        } catch (DateTimeParseException e) {
            return "exchange-day";
        }
    }
}
