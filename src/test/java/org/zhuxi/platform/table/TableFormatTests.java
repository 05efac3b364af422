package org.zhuxi.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTests {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.text("name"),
            TableColumn.integer("points"),
            TableColumn.decimal("mass_kg"),
            TableColumn.day("day"),
            TableColumn.instant("at"));
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\")", "＝1"})
    void neutralisesWhatASpreadsheetWouldRun(String text) throws IOException {
        assertThat(write(TableFormat.CSV, text)).contains("'" + text.substring(0, 1));
        assertThat(Harmless.original(Harmless.text(text))).isEqualTo(text);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes(TableFormat.XLSX, text)))) {
            var cell = workbook.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.asString()).startsWith("'");
        }
    }

    @Test
    void leavesNumbersAndPlainTextAlone() throws IOException {
        assertThat(Harmless.text("-5.2")).isEqualTo("-5.2");
        assertThat(Harmless.text("竹西")).isEqualTo("竹西");
        assertThat(Harmless.original("'quoted")).isEqualTo("'quoted");
        assertThat(write(TableFormat.CSV, "竹西"))
                .isEqualTo(
                        "\uFEFFname,points,mass_kg,day,at\r\n竹西,-7,1.20,2026-05-01,2026-05-01T08:00:00Z\r\n,,,,\r\n");
    }

    @Test
    void writesAWorkbookWithNumbersAndDays() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes(TableFormat.XLSX, "竹西")))) {
            var row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).asString()).isEqualTo("竹西");
            assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("-7");
            assertThat(row.getCell(3).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 5, 1));
        }
    }

    @Test
    void writesParquetWithTypes() throws IOException {
        var file = folder.resolve("read.parquet");
        Files.write(file, bytes(TableFormat.PARQUET, "=竹西"));

        try (var rows = ParquetReader.streamContent(file.toFile(), new Cells())) {
            assertThat(rows.toList())
                    .containsExactly(
                            Map.of(
                                    "name",
                                    "=竹西",
                                    "points",
                                    -7L,
                                    "mass_kg",
                                    1.2,
                                    "day",
                                    (int) LocalDate.of(2026, 5, 1).toEpochDay(),
                                    "at",
                                    AT.toEpochMilli() * 1_000),
                            Map.of());
        }
    }

    private static String write(TableFormat format, String text) throws IOException {
        return new String(bytes(format, text), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(TableFormat format, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = format.open(out, COLUMNS)) {
            table.row(text, -7L, new BigDecimal("1.20"), LocalDate.of(2026, 5, 1), AT);
            table.row(null, null, null, null, null);
        }
        return out.toByteArray();
    }

    private static final class Cells implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {

        @Override
        public Map<String, Object> start() {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String[] column, Object value) {
            if (value != null) {
                row.put(column[0], value);
            }
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
