package org.zhuxi.platform.table;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table as Parquet. The format ends with an index of what stands before it, so the file is made beside and copied when it
 * is whole. Decimals are doubles; money, points and counts are whole numbers and exact.
 */
public final class ParquetTable implements TableWriter {

    private final Path folder;
    private final Path file;
    private final OutputStream out;
    private final List<TableColumn> columns;
    private final ParquetWriter<@Nullable Object[]> writer;

    public ParquetTable(OutputStream out, List<TableColumn> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.folder = Files.createTempDirectory("zhuxi-export");
        this.file = folder.resolve("table.parquet");
        this.writer = ParquetWriter.writeFile(schema(), file.toFile(), (cells, target) -> {
            for (var i = 0; i < this.columns.size(); i++) {
                var value = cells[i];
                if (value != null) {
                    target.write(this.columns.get(i).name(), value(this.columns.get(i), value));
                }
            }
        });
    }

    private MessageType schema() {
        return new MessageType("zhuxi", columns.stream().map(ParquetTable::type).toList());
    }

    private static Type type(TableColumn column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case INSTANT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                        .named(column.name());
            case YES_NO -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static Object value(TableColumn column, Object value) {
        return switch (column.type()) {
            case TEXT -> value.toString();
            case INTEGER -> ((Number) value).longValue();
            case DECIMAL -> ((Number) value).doubleValue();
            case DAY -> (int) ((LocalDate) value).toEpochDay();
            case INSTANT -> micros((Instant) value);
            case YES_NO -> value;
        };
    }

    private static long micros(Instant moment) {
        return TimeUnit.SECONDS.toMicros(moment.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(moment.getNano());
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        writer.write(cells);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
            Files.copy(file, out);
            out.flush();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve(".table.parquet.crc"));
            Files.deleteIfExists(folder);
        }
    }
}
