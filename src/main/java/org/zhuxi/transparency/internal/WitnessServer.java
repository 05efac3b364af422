package org.zhuxi.transparency.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.platform.key.KeyFile;

/**
 * A small witness that a street office or a neighbouring community can run on a machine of its own: it remembers one log
 * and co-signs what has only grown. It needs no database.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int MOST_BYTES = 64 * 1024;

    private final HttpServer server;
    private final WitnessBook book;
    private final VerifierKey key;

    private WitnessServer(HttpServer server, WitnessBook book, VerifierKey key) {
        this.server = server;
        this.book = book;
        this.key = key;
    }

    /**
     * @param folder for its key and its memory; made when it is missing
     * @param name of the witness, best an address without scheme
     * @param logKey verifier key of the log
     */
    public static WitnessServer start(int port, Path folder, String name, String logKey) throws IOException {
        Files.createDirectories(folder);
        var log = VerifierKey.parse(logKey);
        var own = key(folder.resolve("witness.key"), name);
        var book = new WitnessBook(log, own, folder.resolve("last-checkpoint"), Clock.systemUTC());
        var http = HttpServer.create(new InetSocketAddress(port), 0);
        var witness = new WitnessServer(http, book, own.verifier());
        http.createContext("/add-checkpoint", witness::add);
        http.createContext("/" + sha256(log.name()) + "/checkpoint", witness::last);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return witness;
    }

    private static SigningKey key(Path file, String name) {
        var text = new KeyFile(file)
                .read(() -> (SigningKey.generate(name, VerifierKey.Type.COSIGNATURE)
                                        .text() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        return SigningKey.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        return Sha256.hex(text);
    }

    public String verifierKey() {
        return key.toString();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void add(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            var answer = book.add(new String(body, StandardCharsets.UTF_8));
            if (answer.status() == 409) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            }
            send(exchange, answer);
        }
    }

    private void last(HttpExchange exchange) throws IOException {
        try (exchange) {
            var note = book.last();
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            send(
                    exchange,
                    note.map(found -> new WitnessBook.Answer(200, found.toString()))
                            .orElseGet(() -> new WitnessBook.Answer(404, "")));
        }
    }

    private static void send(HttpExchange exchange, WitnessBook.Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
