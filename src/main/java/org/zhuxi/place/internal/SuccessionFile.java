package org.zhuxi.place.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zhuxi.place.RowProblems;
import org.zhuxi.place.internal.DivisionSource.Succession;

/**
 * Which unit took over from which: CSV with the columns old_code, new_code and date. A unit that was split has several
 * lines, one for each successor; units that were merged have one line each.
 */
public final class SuccessionFile {

    private static final int COLUMNS = 3;

    private SuccessionFile() {}

    public static List<Succession> read(Path path, RowProblems problems) {
        var name = String.valueOf(path.getFileName());
        var format = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        var found = new ArrayList<Succession>();
        try (var parser = format.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            for (var row : parser) {
                if (row.getRecordNumber() > 1) {
                    take(row, name, parser.getCurrentLineNumber(), found, problems);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(name, 0, "place-list-unreadable", String.valueOf(e.getMessage()));
        }
        return found;
    }

    private static void take(CSVRecord row, String name, long line, List<Succession> found, RowProblems problems) {
        var former = PlaceCode.kindOf(row.get(0));
        var successor = row.size() > 1 ? PlaceCode.kindOf(row.get(1)) : former;
        if (row.size() < 2 || former.isEmpty() || !former.equals(successor)) {
            problems.add(name, line, "place-succession-codes");
            return;
        }
        try {
            var on = row.size() < COLUMNS || row.get(2).isEmpty() ? null : LocalDate.parse(row.get(2));
            found.add(new Succession(
                    name,
                    line,
                    PlaceCode.filled(row.get(0), former.get()),
                    PlaceCode.filled(row.get(1), former.get()),
                    on));
        } catch (DateTimeParseException e) {
            problems.add(name, line, "place-no-date", row.get(2));
        }
    }
}
