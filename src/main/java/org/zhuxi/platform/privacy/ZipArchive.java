package org.zhuxi.platform.privacy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.table.CsvTable;
import tools.jackson.databind.json.JsonMapper;

/** One ZIP, written while it is read: a folder a module, a CSV and a JSON file a table. */
public final class ZipArchive implements AutoCloseable {

    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final List<Listed> listed = new ArrayList<>();

    public ZipArchive(OutputStream out, JsonMapper json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json;
    }

    /** @param message key of what the table means */
    public record Listed(String file, String message, long rows) {}

    /** Where one module's part goes. */
    public PersonalArchive folder(String module) {
        return new Folder(module);
    }

    /** The tables so far, for the read-me. */
    public List<Listed> listed() {
        return List.copyOf(listed);
    }

    public void text(String name, String content) throws IOException {
        entry(name, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Folder implements PersonalArchive {

        private final String module;

        Folder(String module) {
            this.module = module;
        }

        @Override
        public void table(String name, List<String> columns, Rows rows) throws IOException {
            var base = module + "/" + name;
            var count = new long[1];
            entry(base + ".csv", out -> csv(out, columns, rows, count));
            entry(base + ".json", out -> json(out, columns, rows));
            listed.add(new Listed(base, module + ".export." + name, count[0]));
        }

        @Override
        public void file(String name, Path content) throws IOException {
            entry(module + "/files/" + name, out -> Files.copy(content, out));
        }
    }

    private static void csv(OutputStream out, List<String> columns, PersonalArchive.Rows rows, long[] count)
            throws IOException {
        try (var table = new CsvTable(out, columns.toArray(String[]::new))) {
            rows.into(cells -> {
                table.row(cells);
                count[0]++;
            });
        }
    }

    private void json(OutputStream out, List<String> columns, PersonalArchive.Rows rows) throws IOException {
        var first = new boolean[] {true};
        out.write('[');
        rows.into(cells -> {
            out.write(first[0] ? "\n".getBytes(StandardCharsets.UTF_8) : ",\n".getBytes(StandardCharsets.UTF_8));
            first[0] = false;
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (var i = 0; i < cells.length; i++) {
                row.put(columns.get(i), plain(cells[i]));
            }
            out.write(json.writeValueAsBytes(row));
        });
        out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        return cell == null || cell instanceof Number || cell instanceof Boolean ? cell : cell.toString();
    }

    @FunctionalInterface
    private interface Body {
        void into(OutputStream out) throws IOException;
    }

    private void entry(String name, Body body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        body.into(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the entry ends, the archive goes on
            }
        });
        zip.closeEntry();
    }
}
