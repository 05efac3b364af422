package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.zhuxi.platform.outgoing.AllowedHosts;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;

/** The program speaks only with a broker whose certificate it trusts and that is for the name it called. */
class BrokerTlsTests {

    @TempDir
    Path folder;

    @Test
    void trustsTheCertificatesItIsTold() throws Exception {
        var keys = TestKeys.make(folder);
        var bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("broker", SslBundle.of(SslStoreBundle.of(null, null, keys.trust())));
        var clients = new BrokerClients(bundles, AllowedHosts.ANY);
        try (var broker = new TestBroker(keys)) {
            assertThat(connected(clients, settings("localhost", broker.port(), "broker")))
                    .isTrue();
            assertThat(connected(clients, settings("127.0.0.1", broker.port(), "broker")))
                    .isFalse();
            assertThat(connected(clients, settings("localhost", broker.port(), null)))
                    .isFalse();
        }
    }

    @Test
    void doesNotStartWithoutTheCertificatesItIsToldOf() {
        var clients = new BrokerClients(new DefaultSslBundleRegistry(), AllowedHosts.ANY);

        assertThatThrownBy(() -> clients.check(settings("localhost", 8883, "missing")))
                .isInstanceOf(NoSuchSslBundleException.class);
    }

    @Test
    void doesNotStartWithABrokerOnAHostThatIsNotAllowed() {
        var clients = new BrokerClients(new DefaultSslBundleRegistry(), new AllowedHosts(List.of("broker.example")));

        assertThatThrownBy(() -> clients.check(settings("elsewhere.example", 8883, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zhuxi.mqtt.broker.uri leads to elsewhere.example");
        assertThatCode(() -> clients.check(settings("broker.example", 8883, null)))
                .doesNotThrowAnyException();
    }

    private static boolean connected(BrokerClients clients, BrokerSettings settings) throws Exception {
        var answer = new CompletableFuture<Boolean>();
        var client = clients.of(settings, List.of(), new BrokerClient.Listener() {

            @Override
            public boolean connected() {
                return answer.complete(true);
            }

            @Override
            public void subscribed(int granted, int asked) {
                answer.completeExceptionally(new AssertionError("nothing was subscribed to"));
            }

            @Override
            public void arrived(BrokerClient.Delivery delivery) {
                answer.completeExceptionally(new AssertionError("nothing was published"));
            }

            @Override
            public long lost(Throwable cause, int attempts) {
                answer.complete(false);
                return -1;
            }
        });
        client.connect();
        var isConnected = answer.get(30, TimeUnit.SECONDS);
        if (isConnected) {
            client.disconnect().get(30, TimeUnit.SECONDS);
        }
        return isConnected;
    }

    private static BrokerSettings settings(String host, int port, @Nullable String tls) {
        return new BrokerSettings(
                URI.create("ssl://" + host + ":" + port),
                5,
                "zhuxi",
                "zhuxi",
                TestBroker.PASSWORD,
                null,
                "",
                null,
                tls,
                null,
                Telling.OPEN,
                10,
                Duration.ofDays(1));
    }
}
