package org.zhuxi.notice.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Webhook;

/** Posts to addresses on the internet that somebody typed or a browser gave; follows no redirect, waits not long. */
@Component
class Outbound {

    /** How long to wait before the second, third … attempt. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ANSWER_BYTES = 4_096;

    private final PublicAddress addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Outbound(PublicAddress addresses) {
        this.addresses = addresses;
    }

    /**
     * How it went.
     *
     * @param outcome {@code ok}, or a stable word that names nobody
     * @param status of the answer, 0 without one
     * @param words the beginning of the answer
     */
    record Answer(String outcome, int status, String words) {

        private static Answer none(String outcome) {
            return new Answer(outcome, 0, "");
        }

        boolean isWell() {
            return outcome.equals(Webhook.OK);
        }
    }

    Answer post(URI address, Map<String, String> headers, byte[] body) {
        try {
            var request = HttpRequest.newBuilder(addresses.check(address.toString()))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (NoticeRefused.BadAddress e) {
            return Answer.none("not-public");
        } catch (NoticeRefused.UnlistedHost e) {
            return Answer.none("not-allowed");
        } catch (IOException e) {
            return Answer.none("unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        }
    }

    private static Answer answer(HttpResponse<java.io.InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var words = new String(body.readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
            var status = answer.statusCode();
            return new Answer(status / 100 == 2 ? Webhook.OK : "http-" + status, status, words);
        }
    }
}
