package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;

/** A table as a file that spreadsheets open with Chinese intact (UTF-8 with a byte order mark). */
public final class CsvFile {

    private CsvFile() {}

    /** Begins a download; whatever is printed is streamed. */
    public static CSVPrinter begin(HttpServletResponse response, String name, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        return CSVFormat.RFC4180.builder().setHeader(columns).get().print(writer);
    }
}
