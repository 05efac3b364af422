package org.zhuxi.transparency.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** Asks witnesses for cosignatures, after c2sp.org/tlog-witness. */
@Component
class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final AllowedHosts allowed;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    WitnessClient(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /** How the log grew since the witness saw it. */
    record Growth(long from, long to, Tiles tiles) {

        private Growth since(long size) {
            return new Growth(size, to, tiles);
        }

        private String body(SignedNote note) {
            var body = new StringBuilder("old ").append(from).append('\n');
            if (from > 0) {
                tiles.tree(to)
                        .consistency(from, to)
                        .forEach(hash -> body.append(Base64Text.of(hash)).append('\n'));
            }
            return body.append('\n').append(note).toString();
        }
    }

    /** The witness gave no cosignature; {@code size} is what it has seen last as far as is known. */
    static final class Declined extends Exception {

        private final long size;

        Declined(String why, long size) {
            super(why);
            this.size = size;
        }

        long size() {
            return size;
        }
    }

    /** @return the witness's signature, found right */
    SignedNote.Line cosign(String url, VerifierKey key, SignedNote note, Growth growth) throws Declined {
        var answer = post(url, growth, note);
        if (answer.statusCode() == CONFLICT) {
            return cosignAgain(url, key, note, growth, sizeIn(answer.body(), growth.from()));
        }
        return signature(answer, key, note, growth.from());
    }

    private SignedNote.Line cosignAgain(String url, VerifierKey key, SignedNote note, Growth growth, long seen)
            throws Declined {
        if (seen > growth.to()) {
            throw new Declined("it has seen %d leaves, this log has only %d".formatted(seen, growth.to()), seen);
        }
        return signature(post(url, growth.since(seen), note), key, note, seen);
    }

    private HttpResponse<String> post(String url, Growth growth, SignedNote note) throws Declined {
        try {
            var address = URI.create(url + (url.endsWith("/") ? "" : "/") + "add-checkpoint");
            if (!allowed.includes(String.valueOf(address.getHost()))) {
                throw new Declined("its host is not allowed (zhuxi.outgoing.hosts)", growth.from());
            }
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(growth.body(note)))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new Declined("it cannot be reached (" + e.getClass().getSimpleName() + ")", growth.from());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Declined("the program is stopping", growth.from());
        }
    }

    private static SignedNote.Line signature(HttpResponse<String> answer, VerifierKey key, SignedNote note, long seen)
            throws Declined {
        if (answer.statusCode() != OK) {
            throw new Declined("it answered " + answer.statusCode(), seen);
        }
        try {
            return SignedNote.parse(note.text() + "\n" + answer.body())
                    .signedBy(key)
                    .orElseThrow(() -> new Declined("its answer holds no signature by its key", seen));
        } catch (IllegalArgumentException e) {
            throw new Declined("its signature is false", seen);
        }
    }

    private static long sizeIn(String body, long otherwise) throws Declined {
        try {
            return Base64Text.number(body.strip());
        } catch (IllegalArgumentException e) {
            throw new Declined("it told no size", otherwise);
        }
    }
}
