package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks servers, and waits ten seconds for one to be there and thirty for what it says. */
final class Web {

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** @throws IOException when the server is away or answers something other than 200 */
    byte[] get(URI address) throws IOException {
        return body(HttpRequest.newBuilder(address).GET());
    }

    /** @throws IOException when the server is away or answers something other than 200 */
    byte[] post(URI address, byte[] json) throws IOException {
        return body(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
    }

    HttpResponse<byte[]> head(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).HEAD());
    }

    private byte[] body(HttpRequest.Builder request) throws IOException {
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
