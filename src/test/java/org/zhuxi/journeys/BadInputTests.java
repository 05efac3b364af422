package org.zhuxi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.kernel.Ids;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad input gets a clear answer in the reader's language, and loses nothing of what was good. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    private static final String GOOD = "\"quantities\":{\"mass\":{\"value\":1.2,\"unit\":\"kg\"}}";

    private final World worlds;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private World.Made world;

    @LocalServerPort
    int port;

    BadInputTests(World worlds) {
        this.worlds = worlds;
    }

    @BeforeAll
    void settle() {
        world = worlds.make(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    wrong unit          | "quantities":{"mass":{"value":1.2,"unit":"kWh"}}  | quantities.mass.unit
                    unknown unit        | "quantities":{"mass":{"value":1.2,"unit":"jin"}}  | quantities.mass.unit
                    negative mass       | "quantities":{"mass":{"value":-1,"unit":"kg"}}    | quantities.mass.value
                    not a number        | "quantities":{"mass":{"value":"x","unit":"kg"}}   | quantities.mass.value
                    5,000 kg            | "quantities":{"mass":{"value":5000,"unit":"kg"}}  | quantities.mass.value
                    no quantity         | "quantities":{}                                   | quantities.mass
                    """)
    void aBadQuantityIsNamedAndTheOthersAreKept(String what, String quantities, String field) throws Exception {
        for (var language : List.of("zh-CN", "en")) {
            var bad = item(Ids.next(), household(), Instant.now(), quantities);
            var good = item(Ids.next(), household(), Instant.now(), GOOD);

            var results = post("[" + bad + "," + good + "]", language).get("results");

            assertThat(results.get(0).get("status").asString()).as(what).isEqualTo("rejected");
            assertThat(results.get(0).get("problem").get("errors").toString()).contains("\"" + field);
            assertThat(results.get(0).get("problem").get("type").asString()).startsWith("/problems/");
            assertThat(results.get(1).get("status").asString()).isEqualTo("created");
        }
    }

    @Test
    void wordsFollowTheReadersLanguage() throws Exception {
        var bad = item(
                Ids.next(), household(), Instant.now(), "\"quantities\":{\"mass\":{\"value\":-1,\"unit\":\"kg\"}}");

        var chinese = post("[" + bad + "]", "zh-CN")
                .get("results")
                .get(0)
                .get("problem")
                .get("detail");
        var english =
                post("[" + bad + "]", "en").get("results").get(0).get("problem").get("detail");

        assertThat(chinese.asString()).matches(".*\\p{IsHan}.*");
        assertThat(english.asString()).doesNotMatch(".*\\p{IsHan}.*");
    }

    @Test
    void aDateInTheFutureIsRefused() throws Exception {
        var bad = item(Ids.next(), household(), Instant.now().plus(2, ChronoUnit.DAYS), GOOD);

        var result = post("[" + bad + "]", "en").get("results").get(0);

        assertThat(result.get("status").asString()).isEqualTo("rejected");
        assertThat(result.get("problem").get("errors").toString()).contains("occurredAt");
    }

    @Test
    void anUnknownHouseholdIsRefused() throws Exception {
        var bad = item(Ids.next(), UUID.randomUUID().toString(), Instant.now(), GOOD);

        var result = post("[" + bad + "]", "zh-CN").get("results").get(0);

        assertThat(result.get("status").asString()).isEqualTo("rejected");
        assertThat(result.get("problem").get("errors").toString()).contains("household");
    }

    @Test
    void theSameIdWithOtherContentIsAConflictAndTheFirstStands() throws Exception {
        var id = Ids.next();
        var at = Instant.now();
        post("[" + item(id, household(), at, GOOD) + "]", "en");

        var again = post("[" + item(id, household(), at, GOOD) + "]", "en")
                .get("results")
                .get(0);
        var other = post("[" + item(id, household(), at.minusSeconds(60), GOOD) + "]", "en")
                .get("results")
                .get(0);

        assertThat(again.get("status").asString()).isEqualTo("duplicate");
        assertThat(other.get("status").asString()).isEqualTo("conflict");
    }

    @Test
    void tenMegabytesOfJsonAreRefusedBeforeTheyAreRead() throws Exception {
        var answer = send("/api/v1/activities", "{\"activities\":[\"" + "x".repeat(10 * 1024 * 1024) + "\"]}", "en");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("4 MB");
    }

    @Test
    void whatIsNotJsonIsRefusedWithAnExplanation() throws Exception {
        var answer = send("/api/v1/activities", "{\"activities\":[", "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("JSON");
    }

    @Test
    void anExecutableRenamedToJpgIsRefused() throws Exception {
        var boundary = "----zhuxi";
        var program = new String(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, StandardCharsets.ISO_8859_1)
                + "\0".repeat(200);
        var body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"place\"\r\n\r\n" + world.communityCode()
                        + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        + program + "\r\n--" + boundary + "--\r\n";
        var request = request("/api/v1/evidence", "en")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build();

        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isIn(415, 422);
        assertThat(json.readTree(answer.body()).get("type").asString()).startsWith("/problems/");
    }

    @Test
    void withoutATokenTheAnswerSaysHowToGetIn() throws Exception {
        var request = HttpRequest.newBuilder(uri("/api/v1/activities")).build();

        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).get("type").asString()).startsWith("/problems/");
    }

    @Test
    void anAddressWithNothingBehindItIsAPageForPeople() throws Exception {
        var request = HttpRequest.newBuilder(uri("/figures/no.such.figure"))
                .header("Accept-Language", "zh-CN")
                .build();

        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到").doesNotContain("Exception");
    }

    private String household() {
        return world.households().getFirst().id().toString();
    }

    private String item(UUID id, String household, Instant at, String quantities) {
        return "{\"id\":\"%s\",\"kind\":\"waste.drop.kitchen\",\"place\":\"%s\",\"household\":\"%s\",\"occurredAt\":\"%s\",%s}"
                .formatted(id, world.communityCode(), household, at.truncatedTo(ChronoUnit.MILLIS), quantities);
    }

    private JsonNode post(String items, String language) throws IOException, InterruptedException {
        var answer = send("/api/v1/activities", "{\"activities\":" + items + "}", language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, String body, String language)
            throws IOException, InterruptedException {
        var request = request(path, language)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String language) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + world.stewardToken())
                .header("Accept-Language", language);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
