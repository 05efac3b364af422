package org.zhuxi.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Reads an uploaded table: CSV in UTF-8 or GB18030, or the first sheet of an XLSX workbook, row by row. */
public final class TableFile {

    /** An upload is at most this long, in bytes. */
    public static final int LONGEST = 10_000_000;

    private static final long UNPACKED = 200_000_000;
    private static final int ENTRIES = 2_000;
    private static final int MOST_COLUMNS = 200;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TableFile() {}

    /** Takes a row; answers whether it wants more. */
    public interface Taker {
        boolean row(long line, List<String> cells);
    }

    /** @throws Refused.Invalid when it is no table, or one that is dangerously large when unpacked */
    public static void read(byte[] file, Taker taker) {
        if (file.length > LONGEST) {
            throw new Refused.Invalid(Problem.ofField("file", "table-too-large", LONGEST / 1_000_000));
        }
        try {
            if (file.length > 3 && ReadableWorkbook.isOOXMLZipHeader(file)) {
                readWorkbook(file, taker);
            } else {
                readText(file, taker);
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException e) {
            throw new Refused.Invalid(Problem.ofField("file", "table-unreadable"));
        }
    }

    private static void readWorkbook(byte[] bytes, Taker taker) throws IOException {
        var file = Files.createTempFile("zhuxi-table", ".xlsx");
        try {
            Files.write(file, bytes);
            requireHarmless(file);
            readSheet(file, taker);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A few kilobytes may unpack to gigabytes; they are counted before anybody reads them. */
    private static void requireHarmless(Path file) throws IOException {
        var unpacked = 0L;
        var buffer = new byte[1 << 16];
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > UNPACKED || zip.size() > ENTRIES) {
                            throw new Refused.Invalid(
                                    Problem.ofField("file", "table-unpacks-too-large", UNPACKED / 1_000_000));
                        }
                    }
                }
            }
        }
    }

    private static void readSheet(Path file, Taker taker) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var rows = workbook.getFirstSheet().openStream()) {
            var all = rows.iterator();
            while (all.hasNext()) {
                var row = all.next();
                if (!taker.row(row.getRowNum(), cells(row))) {
                    return;
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(TableFile::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDay(cell.getDataFormatString()) ? day(cell) : plain(cell.asNumber());
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    private static boolean isDay(@org.jspecify.annotations.Nullable String format) {
        return format != null && format.contains("y") && format.contains("m") && format.contains("d");
    }

    private static String day(Cell cell) {
        var moment = cell.asDate();
        return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void readText(byte[] file, Taker taker) throws IOException {
        var text = decoded(file);
        var head = text.substring(0, Math.max(text.indexOf('\n'), 0));
        var separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            for (var row : parser) {
                if (row.size() > MOST_COLUMNS) {
                    throw new Refused.Invalid(Problem.ofField("file", "table-unreadable"));
                }
                if (!taker.row(parser.getCurrentLineNumber(), row.toList())) {
                    return;
                }
            }
        }
    }

    /** UTF-8 when it can be, with or without its mark; otherwise GB18030, which Excel in Chinese writes. */
    private static String decoded(byte[] file) throws CharacterCodingException {
        for (var character : file) {
            if (character == 0) {
                throw new Refused.Invalid(Problem.ofField("file", "table-unreadable"));
            }
        }
        try {
            var text = strict(StandardCharsets.UTF_8, file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return strict(GB18030, file);
        }
    }

    private static String strict(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** An empty table to fill in, with one line of examples. */
    public static byte[] template(TableFormat format, List<ImportColumn> columns) {
        var out = new ByteArrayOutputStream();
        var heads =
                columns.stream().map(column -> TableColumn.text(column.name())).toList();
        try (var table = format.open(out, heads)) {
            table.row(columns.stream().map(ImportColumn::example).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }
}
