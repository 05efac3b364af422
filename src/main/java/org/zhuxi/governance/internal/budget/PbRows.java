package org.zhuxi.governance.internal.budget;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.zhuxi.governance.internal.budget.PbRefused.Fault;

/** The rows of one section of a Pabulib file. */
final class PbRows {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreEmptyLines(true)
            .setLenientEof(false)
            .get();

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** One row; {@link #get} answers empty for what is missing. */
    final class Row {
        private final List<String> cells;
        private final long line;

        private Row(List<String> cells, long line) {
            this.cells = cells;
            this.line = line;
        }

        String get(String column) {
            var index = columns.get(column);
            return index == null || index >= cells.size()
                    ? ""
                    : cells.get(index).strip();
        }

        long line() {
            return line;
        }

        PbRefused refused(Fault fault, String detail) {
            return new PbRefused(fault, line, detail);
        }
    }

    List<Row> rows() {
        return rows;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Reads the sections {@code META}, {@code PROJECTS} and {@code VOTES}, in this order. */
    static Map<String, PbRows> sections(String text) {
        var sections = new HashMap<String, PbRows>();
        var order = List.of("META", "PROJECTS", "VOTES");
        try (var parser = FORMAT.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            PbRows current = null;
            for (var it = parser.iterator(); it.hasNext(); ) {
                var cells = it.next().toList();
                var line = parser.getCurrentLineNumber();
                var first = cells.getFirst().strip();
                if (cells.size() == 1
                        && sections.size() < order.size()
                        && order.get(sections.size()).equals(first)) {
                    current = new PbRows();
                    sections.put(first, current);
                } else if (current == null) {
                    throw new PbRefused(Fault.NO_SECTION, line, "META");
                } else if (current.columns.isEmpty()) {
                    for (var i = 0; i < cells.size(); i++) {
                        current.columns.put(cells.get(i).strip(), i);
                    }
                } else {
                    current.rows.add(current.new Row(cells, line));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new PbRefused(Fault.QUOTES, 0, "\"");
        }
        for (var section : order) {
            if (!sections.containsKey(section)) {
                throw new PbRefused(Fault.NO_SECTION, 0, section);
            }
        }
        return sections;
    }
}
