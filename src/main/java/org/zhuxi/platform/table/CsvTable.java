package org.zhuxi.platform.table;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table as CSV (RFC 4180, UTF-8) with a byte order mark, without which Excel takes Chinese for another encoding. Every
 * CSV of the program is written here, so none carries a formula.
 */
public final class CsvTable implements TableWriter {

    private final CSVPrinter printer;

    public CsvTable(OutputStream out, String... columns) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        this.printer = CSVFormat.RFC4180.builder().setHeader(columns).get().print(writer);
    }

    /** Begins a download. @param name of the file, without its ending */
    public static CsvTable download(HttpServletResponse response, String name, String... columns) throws IOException {
        begin(response, "text/csv;charset=UTF-8", name + ".csv");
        return new CsvTable(response.getOutputStream(), columns);
    }

    static void begin(HttpServletResponse response, String contentType, String file) {
        response.setContentType(contentType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(CsvTable::plain).toArray());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Harmless.cell(value);
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
