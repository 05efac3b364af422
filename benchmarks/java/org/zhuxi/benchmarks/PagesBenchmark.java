package org.zhuxi.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.zhuxi.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long pages take while readers arrive at a fixed rate, whether or not the answers keep up: a request counts from the
 * moment it was due, so waiting for a slow one before it is not left out. A running demo world is needed.
 *
 * <p>Arguments: address, folder of the world's {@code demo-accounts.json}, requests a second (200), seconds (30).
 */
public final class PagesBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;
    private final int rate;

    private PagesBenchmark(String base, int rate) {
        this.base = base;
        this.rate = rate;
    }

    public static void main(String[] arguments) throws Exception {
        var base = arguments[0];
        var accounts = Path.of(arguments[1]).resolve("demo-accounts.json");
        var rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        var seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
        var benchmark = new PagesBenchmark(base, rate);
        var cookies = residentCookies(base, accounts);
        benchmark.send("/", "", rate * 10);
        benchmark.send("/me", cookies, rate * 10);
        System.out.println("| page | requests/s | p50 ms | p95 ms | p99 ms | longest ms | failed |");
        System.out.println("|---|---|---|---|---|---|---|");
        System.out.println(benchmark.send("/", "", rate * seconds).row("/", rate));
        System.out.println(benchmark.send("/me", cookies, rate * seconds).row("/me", rate));
    }

    private static String residentCookies(String base, Path accounts) {
        for (var account : JsonMapper.shared().readTree(accounts.toFile())) {
            if (account.get("roles").toString().contains("\"resident\"")) {
                return new Visitor("resident", base)
                                .signIn(
                                        account.get("username").asString(),
                                        account.get("password").asString())
                                .cookies()
                                .stream()
                                .map(cookie -> cookie.name + "=" + cookie.value)
                                .collect(Collectors.joining("; "));
            }
        }
        throw new IllegalStateException("No resident in " + accounts);
    }

    private record Result(long[] nanos, int failed) {

        String row(String page, int rate) {
            Arrays.sort(nanos);
            return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %d |"
                    .formatted(page, rate, at(0.5), at(0.95), at(0.99), at(1), failed);
        }

        private double at(double share) {
            return nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
        }
    }

    private Result send(String path, String cookies, int requests) {
        var nanos = new long[requests];
        var failed = new AtomicInteger();
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        var ready = request.build();
        var begin = System.nanoTime();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < requests; i++) {
                var number = i;
                var due = begin + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                readers.execute(() -> {
                    if (!isAnswered(ready)) {
                        failed.incrementAndGet();
                    }
                    nanos[number] = System.nanoTime() - due;
                });
            }
        }
        return new Result(nanos, failed.get());
    }

    private boolean isAnswered(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
