package org.zhuxi.place.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zhuxi.place.DivisionImport.Progress;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.RowProblems;
import org.zhuxi.place.internal.DivisionSource.Row;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A published list of divisions of one level: CSV with a head line, or a JSON array of flat objects. */
public final class DivisionFile {

    /** Provinces before cities before … communities, so that parents are known first. */
    public static final Comparator<DivisionFile> UPPER_FIRST =
            Comparator.comparing((DivisionFile file) -> file.kind).thenComparing(file -> file.name);

    private static final int TELL_EVERY = 50_000;
    private static final Map<PlaceKind, String> PARENT_COLUMN = Map.of(
            PlaceKind.CITY, "provinceCode",
            PlaceKind.COUNTY, "cityCode",
            PlaceKind.STREET, "areaCode",
            PlaceKind.COMMUNITY, "streetCode");

    private final Path path;
    private final String name;
    private final PlaceKind kind;
    private final RowProblems problems;

    private DivisionFile(Path path, String name, PlaceKind kind, RowProblems problems) {
        this.path = path;
        this.name = name;
        this.kind = kind;
        this.problems = problems;
    }

    /** Looks at the first line to learn the level; a file that cannot be read is a problem and counts as the lowest. */
    public static DivisionFile open(Path path, RowProblems problems) {
        var name = String.valueOf(path.getFileName());
        var first = new LinkedHashMap<Long, Map<String, String>>();
        try {
            eachLine(path, (line, columns) -> {
                first.put(line, columns);
                return false;
            });
            var columns = first.values().stream().findFirst().orElse(Map.of());
            if (!columns.containsKey("code") || !columns.containsKey("name")) {
                problems.add(name, 1, "place-list-columns");
                return new DivisionFile(path, name, PlaceKind.DWELLING, problems);
            }
            var kind = PlaceCode.kindOf(columns.getOrDefault("code", "").strip());
            return new DivisionFile(path, name, kind.orElse(PlaceKind.COMMUNITY), problems);
        } catch (IOException | RuntimeException e) {
            problems.add(name, 0, "place-list-unreadable", String.valueOf(e.getMessage()));
            return new DivisionFile(path, name, PlaceKind.DWELLING, problems);
        }
    }

    public String name() {
        return name;
    }

    /** Hands on each line that has the right form; the others become problems. */
    public void read(Consumer<Row> rows, Consumer<Progress> progress) {
        if (kind == PlaceKind.DWELLING) {
            return;
        }
        var count = new long[1];
        try {
            eachLine(path, (line, columns) -> {
                row(line, columns).ifPresent(rows);
                if (++count[0] % TELL_EVERY == 0) {
                    progress.accept(new Progress("read", name, count[0]));
                }
                return true;
            });
        } catch (IOException | java.io.UncheckedIOException | tools.jackson.core.JacksonException e) {
            problems.add(name, count[0] + 1, "place-list-unreadable", String.valueOf(e.getMessage()));
        }
        progress.accept(new Progress("read", name, count[0]));
    }

    private Optional<Row> row(long line, Map<String, String> columns) {
        var code = columns.getOrDefault("code", "").strip();
        var title = columns.getOrDefault("name", "").strip();
        if (!PlaceCode.isOf(kind, code)) {
            problems.add(name, line, "place-list-code", code);
            return Optional.empty();
        }
        if (title.isEmpty() || title.indexOf('\0') >= 0 || title.length() > 200) {
            problems.add(name, line, "place-list-name", code);
            return Optional.empty();
        }
        return Optional.of(new Row(line, PlaceCode.filled(code, kind), kind, parent(code, columns), title));
    }

    private String parent(String code, Map<String, String> columns) {
        var column = PARENT_COLUMN.get(kind);
        if (column == null) {
            return PlaceCode.NATION;
        }
        var above = PlaceKind.values()[kind.ordinal() - 1];
        var stated = columns.getOrDefault(column, "").strip();
        var upper = PlaceCode.kindOf(stated).orElse(PlaceKind.NATION) == above
                ? stated
                : PlaceCode.beginning(PlaceCode.filled(code, kind), above);
        return PlaceCode.filled(upper, above);
    }

    private interface Line {
        boolean take(long line, Map<String, String> columns);
    }

    private static void eachLine(Path path, Line taker) throws IOException {
        try (var in = withoutMark(Files.newInputStream(path))) {
            if (path.toString().endsWith(".json")) {
                eachObject(in, taker);
            } else {
                eachRecord(in, taker);
            }
        }
    }

    private static void eachRecord(InputStream in, Line taker) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord row : parser) {
                if (!taker.take(parser.getCurrentLineNumber(), row.toMap())) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void eachObject(InputStream in, Line taker) {
        try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return;
            }
            var number = 0L;
            while (json.nextToken() == JsonToken.START_OBJECT) {
                if (!taker.take(++number, flat(json))) {
                    return;
                }
            }
        }
    }

    private static Map<String, String> flat(JsonParser json) {
        var columns = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var column = json.currentName();
            var token = json.nextToken();
            if (token != null && token.isScalarValue()) {
                columns.put(column, json.getString());
            } else {
                json.skipChildren();
            }
        }
        return columns;
    }

    private static InputStream withoutMark(InputStream file) throws IOException {
        var in = new BufferedInputStream(file, 1 << 16);
        in.mark(3);
        var mark = in.readNBytes(3);
        if (mark.length < 3 || mark[0] != (byte) 0xEF || mark[1] != (byte) 0xBB || mark[2] != (byte) 0xBF) {
            in.reset();
        }
        return in;
    }
}
