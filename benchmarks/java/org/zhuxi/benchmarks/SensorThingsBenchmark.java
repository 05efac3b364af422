package org.zhuxi.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any SensorThings 1.1 service at an address, through its standard interface alone, so that two services can be compared: seeds 10
 * things with 10 streams each and a million observations into an empty one, then times single and data-array writes and thirteen
 * queries in a closed loop. Anybody must be allowed to read and write there. The connections block and are kept alive: a client
 * that does more for a request would take the processor from the service on the same machine.
 *
 * <p>Arguments: address such as {@code http://localhost:8080/sta/v1.1}, observations (1,000,000), seconds for each row (6).
 */
public final class SensorThingsBenchmark {

    private static final int THINGS = 10;
    private static final int STREAMS = 10;
    private static final int BLOCK = 500;
    private static final int LOADERS = 4;
    private static final double FIRST_SHARE = 0.1;
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String base;
    private final int seconds;
    private final List<Long> streams = new ArrayList<>();
    private final AtomicLong later = new AtomicLong();

    private SensorThingsBenchmark(String base, int seconds) {
        this.base = base;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("http.maxConnections", "64");
        var observations = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        var benchmark =
                new SensorThingsBenchmark(arguments[0], arguments.length > 2 ? Integer.parseInt(arguments[2]) : 6);
        benchmark.requireEmpty();
        benchmark.seed();
        benchmark.load(observations);
        System.out.println("| what | connections | a second | p50 ms | p90 ms | p99 ms | failed |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var connections : List.of(1, 8, 32)) {
            benchmark.row("single observation", connections, 1, benchmark::single);
        }
        for (var rows : List.of(10, 100, 1_000)) {
            benchmark.row("data array of " + rows, LOADERS, rows, () -> benchmark.block(rows));
        }
        for (var query : benchmark.queries().entrySet()) {
            for (var connections : List.of(1, 8)) {
                benchmark.row(query.getKey(), connections, 1, () -> benchmark.get(query.getValue()));
            }
        }
    }

    private void requireEmpty() throws Exception {
        if (!JsonMapper.shared().readTree(read("/Things?$top=1")).path("value").isEmpty()) {
            throw new IllegalStateException("Not an empty service: " + base);
        }
    }

    private void seed() throws Exception {
        for (var thing = 0; thing < THINGS; thing++) {
            var parts = new ArrayList<String>();
            for (var stream = 0; stream < STREAMS; stream++) {
                parts.add("""
                        {"name":"stream %1$d","description":"","observationType":
                         "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                         "unitOfMeasurement":{"name":"degree Celsius","symbol":"°C","definition":"ucum:Cel"},
                         "ObservedProperty":{"name":"property %2$d","definition":"urn:property:%2$d","description":""},
                         "Sensor":{"name":"sensor %1$d","description":"","encodingType":"text/html","metadata":"x"}}""".formatted(stream, stream % 5));
            }
            var made = send(
                    "/Things", """
                    {"name":"thing %1$d","description":"","properties":{"kind":"%2$s"},
                     "Locations":[{"name":"place %1$d","description":"","encodingType":"application/geo+json",
                      "location":{"type":"Point","coordinates":[119.4%1$d,32.4]}}],
                     "Datastreams":[%3$s]}""".formatted(thing, thing % 2 == 0 ? "compost" : "noise", String.join(",", parts)));
            if (made.status() != 201) {
                throw new IllegalStateException("Seeding was answered with " + made.status() + " " + made.text());
            }
        }
        for (JsonNode stream : JsonMapper.shared()
                .readTree(read("/Datastreams?$top=1000&$orderby=id&$select=id"))
                .path("value")) {
            streams.add(stream.path("@iot.id").asLong());
        }
    }

    /** The first stream has a tenth of all, the others share the rest. */
    private void load(int observations) throws Exception {
        var began = System.nanoTime();
        var work = new ArrayList<Callable<Boolean>>();
        for (var stream : streams) {
            var share = stream.equals(streams.getFirst())
                    ? (int) (observations * FIRST_SHARE)
                    : (int) (observations * (1 - FIRST_SHARE) / (streams.size() - 1));
            for (var from = 0; from < share; from += BLOCK) {
                var first = from;
                var rows = Math.min(BLOCK, share - from);
                work.add(() -> post("/CreateObservations", array(stream, first, rows)));
            }
        }
        try (var loaders = Executors.newFixedThreadPool(LOADERS)) {
            for (Future<Boolean> done : loaders.invokeAll(work)) {
                if (!done.get()) {
                    throw new IllegalStateException("A block was refused");
                }
            }
        }
        var took = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d observations in %.1f s: %.0f a second%n%n", observations, took, observations / took);
    }

    private static String array(long stream, long first, int rows) {
        var lines = new ArrayList<String>();
        for (var i = first; i < first + rows; i++) {
            lines.add("[\"%s\",%.2f]".formatted(START.plus(STEP.multipliedBy(i)), value(i)));
        }
        return """
                [{"Datastream":{"@iot.id":%d},"components":["phenomenonTime","result"],"dataArray@iot.count":%d,
                 "dataArray":[%s]}]""".formatted(stream, rows, String.join(",", lines));
    }

    private static double value(long number) {
        return (number * 7_919 % 10_000) / 100.0;
    }

    private boolean single() throws Exception {
        var number = later.getAndIncrement();
        return post(
                "/Observations",
                "{\"phenomenonTime\":\"%s\",\"result\":%.2f,\"Datastream\":{\"@iot.id\":%d}}"
                        .formatted(START.plus(Duration.ofDays(200)).plusMillis(number), value(number), streams.get((int)
                                (number % streams.size()))));
    }

    private boolean block(int rows) throws Exception {
        var number = later.getAndAdd(rows);
        return post(
                "/CreateObservations",
                array(streams.get((int) (number / rows % streams.size())), 1_000_000 + number, rows));
    }

    private Map<String, String> queries() throws Exception {
        var first = streams.getFirst();
        var fifth = streams.get(4);
        var some = JsonMapper.shared()
                .readTree(read("/Datastreams(" + first + ")/Observations?$top=1&$select=id"))
                .path("value")
                .path(0)
                .path("@iot.id")
                .asLong();
        var all = new LinkedHashMap<String, String>();
        var own = "/Datastreams(" + first + ")/Observations";
        all.put("Q01 latest 1,000 of a stream", own + "?$top=1000&$orderby=phenomenonTime desc");
        all.put("Q02 first 100 of a stream", own + "?$top=100");
        all.put(
                "Q03 twelve hours by filter",
                "/Observations?$top=1000&$filter=Datastream/id eq " + fifth
                        + " and phenomenonTime ge 2026-01-03T00:00:00Z and phenomenonTime lt 2026-01-03T12:00:00Z");
        all.put("Q04 by result", "/Observations?$filter=result gt 99.95&$top=100");
        all.put(
                "Q05 things with latest values",
                "/Things?$expand=Datastreams($expand=Observations($orderby=phenomenonTime desc;$top=1))");
        all.put(
                "Q06 streams with latest values",
                "/Datastreams?$top=100&$expand=Thing,ObservedProperty,Observations($orderby=phenomenonTime desc;$top=1)");
        all.put("Q07 count of all", "/Observations?$count=true&$top=1");
        all.put("Q08 things by property", "/Things?$filter=properties/kind eq 'compost'&$expand=Locations");
        all.put("Q09 deep page", own + "?$top=1000&$skip=90000");
        all.put(
                "Q10 locations in a polygon",
                "/Locations?$filter=st_within(location,geography'POLYGON((119 32,120 32,120 33,119 33,119 32))')");
        all.put(
                "Q11 latest of a kind of thing",
                "/Observations?$filter=Datastream/Thing/properties/kind eq 'compost'"
                        + " and phenomenonTime ge 2026-01-05T00:00:00Z&$orderby=phenomenonTime desc&$top=100");
        all.put(
                "Q12 Q01 as data array",
                own + "?$top=1000&$orderby=phenomenonTime desc&$resultFormat=dataArray&$select=phenomenonTime,result");
        all.put("Q13 one observation", "/Observations(" + some + ")");
        return all;
    }

    /** One thing to be done again and again. */
    private interface Attempt {
        boolean run() throws Exception;
    }

    private void row(String what, int connections, int each, Attempt attempt) throws Exception {
        // the first requests of a kind are answered by code that nobody has compiled yet
        repeat(connections, Duration.ofSeconds(1 + seconds / 2), attempt, new AtomicInteger());
        var failed = new AtomicInteger();
        var took = repeat(connections, Duration.ofSeconds(seconds), attempt, failed);
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f | %.2f | %d |%n",
                what,
                connections,
                (double) took.length * each / seconds,
                millis(took, 0.5),
                millis(took, 0.9),
                millis(took, 0.99),
                failed.get());
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    private static long[] repeat(int connections, Duration span, Attempt attempt, AtomicInteger failed)
            throws Exception {
        var ends = System.nanoTime() + span.toNanos();
        Callable<List<Long>> loop = () -> {
            var took = new ArrayList<Long>();
            while (System.nanoTime() < ends) {
                var began = System.nanoTime();
                if (!attempt.run()) {
                    failed.incrementAndGet();
                }
                took.add(System.nanoTime() - began);
            }
            return took;
        };
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(connections, loop))) {
                all.addAll(done.get());
            }
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    private boolean get(String path) throws IOException {
        return send(path, "").status() == 200;
    }

    private String read(String path) throws IOException {
        var answer = send(path, "");
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.status());
        }
        return answer.text();
    }

    private boolean post(String path, String body) throws IOException {
        var answer = send(path, body);
        return answer.status() == 201 && !answer.text().contains("\"error");
    }

    /** Posts what there is to send; an empty body asks. */
    private Answer send(String path, String body) throws IOException {
        var connection = (HttpURLConnection) address(path).openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        if (!body.isEmpty()) {
            // not streamed: before each streamed request the client waits a millisecond whether the connection is still
            // open
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        var status = connection.getResponseCode();
        // read to its end, otherwise the connection is not used again
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private record Answer(int status, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private URL address(String path) throws IOException {
        var query = path.indexOf('?');
        return URI.create(base + (query < 0 ? path : path.substring(0, query + 1) + encoded(path.substring(query + 1))))
                .toURL();
    }

    /** Options as they stand, their values encoded. */
    private static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .map(option -> option.substring(0, option.indexOf('=') + 1)
                        + URLEncoder.encode(option.substring(option.indexOf('=') + 1), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(java.util.stream.Collectors.joining("&"));
    }
}
