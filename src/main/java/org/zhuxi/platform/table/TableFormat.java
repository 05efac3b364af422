package org.zhuxi.platform.table;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a table is given out. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PARQUET("application/vnd.apache.parquet");

    private final String contentType;

    TableFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The ending of its files, such as csv. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<TableFormat> find(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }

    public TableWriter open(OutputStream out, List<TableColumn> columns) throws IOException {
        return switch (this) {
            case CSV ->
                new CsvTable(out, columns.stream().map(TableColumn::name).toArray(String[]::new));
            case XLSX -> new XlsxTable(out, columns);
            case PARQUET -> new ParquetTable(out, columns);
        };
    }

    /** Begins a download. @param name of the file, without its ending */
    public TableWriter download(HttpServletResponse response, String name, List<TableColumn> columns)
            throws IOException {
        CsvTable.begin(response, contentType, name + "." + ending());
        return open(response.getOutputStream(), columns);
    }
}
