package org.zhuxi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.ZhuxiTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhuxiTest
class AccountsApiTests {

    private static final PlacePath STREET = new PlacePath("/32/3210/321003/321003010");

    private final Accounts accounts;
    private final JsonMapper json;
    private final String base;
    private String token = "";

    AccountsApiTests(Accounts accounts, JsonMapper json, @LocalServerPort int port) {
        this.accounts = accounts;
        this.json = json;
        this.base = "http://localhost:" + port + "/api/v1/accounts";
    }

    @BeforeEach
    void issue() {
        var clerk = Crowd.opened(accounts, new Grant(Role.COMMUNITY_CLERK, STREET));
        token = accounts.issueToken(
                accounts.actorOf(clerk.username()),
                clerk.username(),
                "counter",
                Set.of("accounts:help"),
                Duration.ofDays(1));
    }

    @Test
    void opensAccountsAndGivesACodeForEach() {
        var name = Crowd.person().username() + "-api";
        var opened = send("POST", "", """
                {"accounts":[{"name":"李秀兰","username":"%s","role":"RESIDENT","place":"%s"}]}""".formatted(name, STREET.value()));
        assertThat(opened.statusCode()).isEqualTo(201);
        var id = read(opened).get(0).get("id").asString();

        var code = send("POST", "/" + id + "/reset-code", "");
        var shown = send("GET", "/" + id + "/sign-in", "");

        assertThat(code.statusCode()).isEqualTo(201);
        assertThat(read(code).get("code").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(read(shown).get("username").asString()).isEqualTo(name);
        assertThat(send("POST", "/" + id + "/unlocking", "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "?q=" + name, "").body()).contains("李秀兰");
    }

    @Test
    void opensAllOrNone() {
        var name = Crowd.person().username() + "-all";
        var body = """
                {"accounts":[{"name":"甲","username":"%s","role":"RESIDENT","place":"%s"},
                             {"name":"","username":"x-%s","role":"RESIDENT","place":"%s"}]}""".formatted(name, STREET.value(), name, STREET.value());

        assertThat(send("POST", "", body).statusCode()).isEqualTo(422);
        assertThat(send("GET", "?q=" + name, "").body()).doesNotContain(name);
    }

    @Test
    void refusesNonsenseAndWhatIsNotTheCallersToGive() {
        for (var body : Set.of("{}", "{\"accounts\":[]}", "{\"accounts\":[null]}", "{\"accounts\":[{}]}")) {
            assertThat(send("POST", "", body).statusCode()).as(body).isEqualTo(422);
        }
        assertThat(send("POST", "", """
                {"accounts":[{"name":"甲","username":"abc-head","role":"COMMUNITY_HEAD","place":"%s"}]}""".formatted(STREET.value())).statusCode()).isEqualTo(403);
        assertThat(send("POST", "", """
                {"accounts":[{"name":"甲","username":"abc-far","role":"RESIDENT","place":"/31"}]}""").statusCode()).isEqualTo(422);
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
