package org.zhuxi.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.testing.World;

/** Stewards on the same machine who send drops by HTTP and bearer token, some batches at once. */
final class DropClients {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI activities;
    private final World.Made world;

    DropClients(ConfigurableApplicationContext program, World.Made world) {
        var port = Objects.requireNonNull(((WebServerApplicationContext) program).getWebServer())
                .getPort();
        this.activities = URI.create("http://localhost:" + port + "/api/v1/activities");
        this.world = world;
    }

    /** @param nanos how long each request took, in order of length */
    record Sent(long drops, List<Long> nanos) {}

    /** Sends for that long; each client waits for its answer before it sends again. */
    Sent send(Duration slice, int inFlight, int batch) throws InterruptedException {
        var end = System.nanoTime() + slice.toNanos();
        var drops = new AtomicLong();
        var latencies = new ConcurrentLinkedQueue<Long>();
        var clients = IntStream.range(0, inFlight)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    while (System.nanoTime() < end) {
                        var started = System.nanoTime();
                        post(batch);
                        latencies.add(System.nanoTime() - started);
                        drops.addAndGet(batch);
                    }
                }))
                .toList();
        for (var client : clients) {
            client.join();
        }
        return new Sent(drops.get(), latencies.stream().sorted().toList());
    }

    private void post(int batch) {
        var body = IntStream.range(0, batch)
                .mapToObj(i -> drop())
                .collect(Collectors.joining(",", "{\"activities\":[", "]}"));
        var request = HttpRequest.newBuilder(activities)
                .header("Authorization", "Bearer " + world.stewardToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("\"rejected\"")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String drop() {
        var random = ThreadLocalRandom.current();
        return """
                {"id":"%s","kind":"waste.drop.kitchen","place":"%s","household":"%s","occurredAt":"%s","quantities":{"mass":{"value":%s,"unit":"kg"}},"grade":"A"}""".formatted(
                        Ids.next(),
                        world.communityCode(),
                        household().id(),
                        Instant.now().minusSeconds(random.nextInt(86_400)),
                        BigDecimal.valueOf(random.nextInt(2, 40), 1));
    }

    /** Any of the world's. */
    HouseholdRef household() {
        var all = world.households();
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}
