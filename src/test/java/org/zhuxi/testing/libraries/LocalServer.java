package org.zhuxi.testing.libraries;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on this machine that answers what it was told to, and 404 to everything else. */
final class LocalServer implements AutoCloseable {

    private record Answer(String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = Collections.synchronizedMap(new HashMap<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var waiting = answers.get(exchange.getRequestURI().getPath());
                if (waiting == null) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                var answer = waiting.size() > 1 ? waiting.remove() : waiting.element();
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                if (exchange.getRequestMethod().equals("HEAD")) {
                    exchange.sendResponseHeaders(200, -1);
                    return;
                }
                var body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    /** What is answered at a path; told several times, one after the other and the last one from then on. */
    LocalServer says(String path, String body) {
        return says(path, body, Map.of());
    }

    LocalServer says(String path, String body, Map<String, String> headers) {
        answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(new Answer(body, headers));
        return this;
    }

    /** A list of releases. The last change is written as Maven does. */
    LocalServer lists(String path, String lastUpdated, String... versions) {
        var all = String.join(
                "",
                List.of(versions).stream()
                        .map("<version>%s</version>"::formatted)
                        .toList());
        return says(
                path + "/maven-metadata.xml",
                "<metadata><versioning><versions>%s</versions><lastUpdated>%s</lastUpdated></versioning></metadata>"
                        .formatted(all, lastUpdated));
    }

    /** A release that was laid down at a moment, written as RFC 1123 has it. */
    LocalServer released(String path, String version, String moment) {
        var artifact = path.substring(path.lastIndexOf('/') + 1);
        return says("%s/%s/%s-%s.pom".formatted(path, version, artifact, version), "", Map.of("Last-Modified", moment));
    }

    /** What was sent to it, in order. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** An address of this machine at which nobody answers. */
    static URI nobody() {
        try (var gone = new LocalServer()) {
            return gone.address();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
