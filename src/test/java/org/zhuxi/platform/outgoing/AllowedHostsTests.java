package org.zhuxi.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The operator's list of hosts that may be called. */
class AllowedHostsTests {

    private static final AllowedHosts SOME =
            new AllowedHosts(List.of("Push.Example.org", "*.chat.example", "203.0.113.7", "2001:db8::7"));

    private static final String TLS = "spring.mail.ssl.enabled";

    private static final ProxySelector WAYS = ProxySelector.getDefault();

    @AfterEach
    void asBefore() {
        ProxySelector.setDefault(WAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "push.example.org",
                "PUSH.example.org.",
                "a.chat.example",
                "a.b.chat.example",
                "203.0.113.7",
                "[2001:db8::7]"
            })
    void whatIsOnTheListMayBeCalled(String host) {
        assertThat(SOME.includes(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "a.push.example.org",
                "chat.example",
                "evilchat.example",
                "push.example.org.evil.example",
                "203.0.113.70",
                ""
            })
    void nothingElseMay(String host) {
        assertThat(SOME.includes(host)).isFalse();
    }

    @Test
    void withoutAListEverythingMay() {
        assertThat(AllowedHosts.ANY.includes("anything.example")).isTrue();
        assertThat(new AllowedHosts(List.of("none")).includes("anything.example"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://push.example.org", "push.example.org:443", "*", "a.*.example", "", "push example"})
    void whatIsNoHostStopsTheStart(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedHosts(List.of(host)))
                .withMessageContaining("zhuxi.outgoing.hosts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.host=mail.example",
                "spring.security.oauth2.client.provider.town.issuer-uri=https://id.example/realm",
                "spring.security.oauth2.client.provider.town.token-uri=https://id.example/token",
                "spring.security.oauth2.client.provider.town.jwk-set-uri=https://id.example/keys",
                "spring.security.oauth2.client.provider.town.user-info-uri=https://id.example/me"
            })
    void aSettingThatLeadsElsewhereStopsTheStart(String setting) {
        var parts = setting.split("=");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> start(Map.of(TLS, true, "zhuxi.outgoing.hosts", "push.example.org", parts[0], parts[1])))
                .withMessageContaining(parts[0])
                .withMessageContaining("zhuxi.outgoing.hosts");
        assertThatCode(() -> start(Map.of(
                        TLS,
                        true,
                        "zhuxi.outgoing.hosts",
                        "push.example.org, *.example, mail.example",
                        parts[0],
                        parts[1])))
                .doesNotThrowAnyException();
        assertThatCode(() -> start(Map.of(TLS, true, parts[0], parts[1]))).doesNotThrowAnyException();
    }

    @Test
    void aHostOnTheListLeadsNobodyElsewhere() throws Exception {
        var reached = new AtomicInteger();
        var service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var port = service.getAddress().getPort();
        service.createContext("/listed", call -> {
            call.getResponseHeaders().add("Location", "http://localhost:" + port + "/elsewhere");
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        service.createContext("/elsewhere", call -> {
            reached.incrementAndGet();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        service.start();
        try {
            start(Map.of("zhuxi.outgoing.hosts", "127.0.0.1"));
            var listed = URI.create("http://127.0.0.1:" + port + "/listed");
            var elsewhere = URI.create("http://localhost:" + port + "/elsewhere");

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ((HttpURLConnection) listed.toURL().openConnection()).getResponseCode());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ((HttpURLConnection) elsewhere.toURL().openConnection()).getResponseCode());
            try (var later = HttpClient.newHttpClient()) {
                assertThat(later.send(HttpRequest.newBuilder(listed).build(), BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(302);
                assertThatThrownBy(() ->
                                later.send(HttpRequest.newBuilder(elsewhere).build(), BodyHandlers.discarding()))
                        .hasStackTraceContaining("zhuxi.outgoing.hosts");
            }
        } finally {
            service.stop(0);
        }
        assertThat(reached).hasValue(0);
    }

    private static void start(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        OutgoingSettings.check(environment);
    }
}
