package org.zhuxi.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.DivisionImport;
import org.zhuxi.place.Places;

/**
 * How long the whole country takes to import and to search. Without an argument a country of the same size is made up; with
 * a folder, the lists in it are taken (provinces, cities, areas, streets, villages as CSV). Sought are random names of
 * communities: whole, a piece of two to four characters, initials, pinyin, and beginnings of codes.
 *
 * <p>Arguments: folder (none), queries of each kind (2000).
 */
public final class PlacesBenchmark {

    private static final List<String> LEVELS = List.of("provinces", "cities", "areas", "streets", "villages");
    private static final int[] BELOW = {31, 11, 9, 14, 15};
    private static final int[] DIGITS = {2, 2, 2, 3, 3};
    private static final String[] ENDINGS = {"省", "市", "区", "镇", "村委会"};
    private static final String CHARACTERS =
            "竹西平山堂东关文峰汤汪新城湾头曲江双桥梅岭友谊凤凰石桥李家张王刘陈杨柳河沟塘坪庄店营寨口桥子村大小上下前后南北中金银龙虎马牛羊红星光明和胜利兴旺安康福";

    private PlacesBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var queries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        try (var data = Scratch.make();
                var program = data.run()) {
            var lists = arguments.length > 0 ? Path.of(arguments[0]) : makeUp(data.folder());
            var divisions = program.getBean(DivisionImport.class);
            measureImport("first import", divisions, lists);
            measureImport("the same lists again", divisions, lists);
            measureSearch(program.getBean(Places.class), program.getBean(JdbcClient.class), queries);
        }
    }

    private static void measureImport(String what, DivisionImport divisions, Path lists) {
        var operator = new Actor(null, "benchmark", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);
        var files = LEVELS.stream().map(level -> lists.resolve(level + ".csv")).toList();
        var begin = System.nanoTime();
        var report = divisions.run(operator, new DivisionImport.Order(files, null, null, false), step -> {});
        System.out.printf(
                "%s: %,d units, %,d changes, %.1f s%n",
                what, report.read(), report.changes(), (System.nanoTime() - begin) / 1e9);
    }

    private record Sample(String code, String name, String initials, String pinyin) {}

    private static void measureSearch(Places places, JdbcClient jdbc, int queries) {
        var samples =
                jdbc.sql("""
                        select code, name_zh as name, initials, pinyin
                        from place.division
                        where kind = 'COMMUNITY'
                        order by hashtext(code)
                        limit :queries
                        """).param("queries", queries).query(Sample.class).list();
        var random = new Random(20_260_501);
        System.out.println("| sought | p50 ms | p99 ms | longest ms | found nothing |");
        System.out.println("|---|---|---|---|---|");
        measure(places, samples, "initials, whole", Sample::initials);
        measure(
                places,
                samples,
                "initials, first two to four",
                sample -> cut(sample.initials(), 2 + random.nextInt(3)));
        measure(places, samples, "pinyin, first four", sample -> cut(sample.pinyin(), 4));
        measure(places, samples, "name, whole", Sample::name);
        measure(places, samples, "name, first two", sample -> cut(sample.name(), 2));
        measure(places, samples, "name, a piece inside", sample -> piece(sample.name(), random));
        measure(places, samples, "code, whole", Sample::code);
        measure(places, samples, "code, first 2 to 11", sample -> cut(sample.code(), 2 + random.nextInt(10)));
    }

    private static void measure(Places places, List<Sample> samples, String what, Function<Sample, String> query) {
        var sought = samples.stream().map(query).toList();
        sought.stream().limit(200).forEach(text -> places.search(text, 20, null));
        var nanos = new long[sought.size()];
        var nothing = 0;
        for (var i = 0; i < nanos.length; i++) {
            var begin = System.nanoTime();
            var found = places.search(sought.get(i), 20, null);
            places.namesAbove(found.items());
            nanos[i] = System.nanoTime() - begin;
            nothing += found.items().isEmpty() ? 1 : 0;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %d |%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nothing);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String piece(String name, Random random) {
        var length = Math.min(name.length(), 2 + random.nextInt(3));
        var from = random.nextInt(name.length() - length + 1);
        return name.substring(from, from + length);
    }

    private static Path makeUp(Path data) throws IOException {
        var folder = Files.createDirectory(data.resolve("country"));
        var random = new Random(20_260_501);
        var above = List.of("");
        for (var level = 0; level < LEVELS.size(); level++) {
            var codes = new ArrayList<String>();
            var file = folder.resolve(LEVELS.get(level) + ".csv");
            try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                out.println("code,name");
                for (var parent : above) {
                    for (var i = 0; i < BELOW[level]; i++) {
                        var code = parent + ("%0" + DIGITS[level] + "d").formatted((level == 0 ? 11 : 1) + i);
                        out.println(code + "," + name(random) + ENDINGS[level]);
                        codes.add(code);
                    }
                }
            }
            above = codes;
        }
        return folder;
    }

    private static String name(Random random) {
        return Stream.generate(() -> CHARACTERS.charAt(random.nextInt(CHARACTERS.length())))
                .limit(2 + random.nextInt(2))
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining());
    }
}
