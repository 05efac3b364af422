package org.zhuxi.crash;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhuxi.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight clients that send kitchen-waste drops in batches of 200 fresh ones and 20 sent before, and repeat every batch until it
 * is acknowledged.
 */
final class Fleet {

    private static final int CLIENTS = 8;
    private static final int BATCH = 200;
    private static final double RESEND_SHARE = 0.1;
    private static final long SEED = 20261121;

    // the shipped rule of kitchen waste: 2 points a kilogram rounded down, at least 1, at most 10 a household and day
    private static final long POINTS_PER_KG = 2;
    private static final long CAP_PER_DAY = 10;

    private final List<ProgramUnderFire> programs;
    private final AtomicInteger turn = new AtomicInteger();
    private final Duration rest;
    private final int target;
    private final String community;
    private final String token;
    private final List<String> households;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<UUID, Drop> acknowledged = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> acknowledgedAt = new ConcurrentHashMap<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean running = true;

    Fleet(ProgramUnderFire program, int target) throws IOException {
        this(List.of(program), target, Duration.ZERO);
    }

    /**
     * @param programs on one database; each request goes to the next of them
     * @param rest of a client between two batches; a program that starts beside one under full fire takes minutes
     */
    Fleet(List<ProgramUnderFire> programs, int target, Duration rest) throws IOException {
        this.programs = programs;
        this.rest = rest;
        this.target = target;
        var world = programs.getFirst().world();
        this.community = world.get(0);
        this.token = world.get(1);
        this.households = world.subList(2, world.size());
    }

    private record Drop(UUID id, UUID household, String kg, Instant at) {

        private String toJson(String place) {
            return """
                    {"id":"%s","kind":"waste.drop.kitchen","place":"%s","household":"%s","occurredAt":"%s","quantities":{"mass":{"value":%s,"unit":"kg"}},"grade":"A"}""".formatted(id, place, household, at, kg);
        }

        private long points() {
            return Math.max(
                    1,
                    new BigDecimal(kg)
                            .multiply(BigDecimal.valueOf(POINTS_PER_KG))
                            .longValue());
        }
    }

    void start() {
        System.out.println("The fleet's random numbers begin with seed " + SEED);
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < CLIENTS; i++) {
            var own = random.split();
            clients.add(Thread.ofVirtual().start(() -> sail(own)));
        }
    }

    /** Waits until so many drops have been acknowledged. */
    void awaitAcknowledged(int drops) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (acknowledged.size() < drops) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Only " + acknowledged.size() + " drops were acknowledged");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits until every drop begun has been acknowledged. */
    void finish() throws InterruptedException {
        running = false;
        for (var client : clients) {
            client.join(Duration.ofMinutes(5));
        }
    }

    /** Leaves whatever is under way. */
    void stop() {
        running = false;
        clients.forEach(Thread::interrupt);
    }

    Map<UUID, Drop> acknowledged() {
        return acknowledged;
    }

    /** What had been acknowledged by then, by the clock of this machine. */
    Set<UUID> acknowledgedBefore(Instant moment) {
        return acknowledgedAt.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(moment))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Sends every drop once more, as clients do that are not sure what became of it. */
    void sendAllAgain() {
        var all = List.copyOf(acknowledged.values());
        for (var from = 0; from < all.size(); from += BATCH) {
            sendUntilAcknowledged(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** What each household must have earned, reckoned from the acknowledged drops alone. */
    Map<UUID, Long> pointsByHand() {
        record Day(UUID household, java.time.LocalDate day) {}
        var zone = java.time.ZoneId.of("Asia/Shanghai");
        var byDay = acknowledged.values().stream()
                .collect(Collectors.groupingBy(
                        drop -> new Day(drop.household(), drop.at().atZone(zone).toLocalDate()),
                        Collectors.summingLong(Drop::points)));
        var sums = new HashMap<UUID, Long>();
        byDay.forEach((day, points) -> sums.merge(day.household(), Math.min(points, CAP_PER_DAY), Long::sum));
        return sums;
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void sail(SplittableRandom random) {
        var sent = new ArrayList<Drop>();
        while (running || begun.get() < target && target != Integer.MAX_VALUE) {
            var fresh = Stream.generate(() -> drop(random)).limit(BATCH).toList();
            begun.addAndGet(BATCH);
            var again = sent.isEmpty()
                    ? Stream.<Drop>empty()
                    : random.ints((long) (BATCH * RESEND_SHARE), 0, sent.size()).mapToObj(sent::get);
            if (!sendUntilAcknowledged(Stream.concat(fresh.stream(), again).toList())) {
                return;
            }
            sent.addAll(fresh);
            LockSupport.parkNanos(rest.toNanos());
        }
    }

    private Drop drop(SplittableRandom random) {
        var household = UUID.fromString(households.get(random.nextInt(households.size())));
        var kg = BigDecimal.valueOf(random.nextInt(1, 30), 1).toPlainString();
        // within the last 30 hours, so that several days and their caps are touched
        var at = Instant.now().minusSeconds(random.nextInt(30 * 3_600)).truncatedTo(ChronoUnit.MILLIS);
        return new Drop(Ids.next(), household, kg, at);
    }

    private boolean sendUntilAcknowledged(List<Drop> batch) {
        var body = batch.stream()
                .map(drop -> drop.toJson(community))
                .collect(Collectors.joining(",", "{\"activities\":[", "]}"));
        while (true) {
            try {
                var request = request("/api/v1/activities")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                var response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    acknowledge(batch, response.body());
                    return true;
                }
                if (response.statusCode() != 503) {
                    throw new IllegalStateException(response.statusCode() + " " + response.body());
                }
                pause();
            } catch (IOException e) {
                pause(); // refused or cut off: the program is being killed or started
            } catch (InterruptedException e) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    private void acknowledge(List<Drop> batch, String body) {
        var byId = batch.stream().collect(Collectors.toMap(Drop::id, drop -> drop, (first, again) -> first));
        for (var result : json.readTree(body).get("results")) {
            var status = result.get("status").asString();
            if (!status.equals("created") && !status.equals("duplicate")) {
                throw new IllegalStateException("Not taken: " + result);
            }
            var id = UUID.fromString(result.get("id").asString());
            acknowledgedAt.putIfAbsent(id, Instant.now());
            acknowledged.put(id, java.util.Objects.requireNonNull(byId.get(id)));
        }
    }

    HttpRequest.Builder request(String path) {
        var program = programs.get(Math.floorMod(turn.getAndIncrement(), programs.size()));
        return HttpRequest.newBuilder(program.uri(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token);
    }
}
