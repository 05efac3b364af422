package org.zhuxi.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** Devices that count their readings and send each until it is acknowledged: some by MQTT with QoS 1, some over HTTP. */
final class SensorFleet {

    /** A reading was measured as many seconds after this as its sequence says. */
    static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private static final int WINDOW = 40;
    private static final long PATIENCE_MILLIS = 20_000;

    private final String token;
    private final List<String> devices;
    private final URI http;
    private final String mqtt;
    private final Map<String, Set<Long>> acknowledged = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> senders = new ArrayList<>();
    private volatile boolean running = true;

    /** @param lines the token and the codes of the devices */
    SensorFleet(List<String> lines, URI http, int mqttPort) {
        this.token = lines.getFirst();
        this.devices = lines.subList(1, lines.size());
        this.http = http;
        this.mqtt = "tcp://127.0.0.1:" + mqttPort;
        devices.forEach(device -> acknowledged.put(device, new ConcurrentSkipListSet<>()));
    }

    /** The sequences acknowledged so far, by device. */
    Map<String, Set<Long>> acknowledged() {
        return acknowledged;
    }

    void start() {
        for (var i = 0; i < devices.size(); i++) {
            var device = devices.get(i);
            var isMqtt = i % 3 != 0;
            senders.add(CompletableFuture.runAsync(() -> sail(device, isMqtt), Thread::startVirtualThread));
        }
    }

    /** Lets every device finish what it began. */
    void finish() {
        running = false;
        senders.forEach(CompletableFuture::join);
    }

    /** Waits until every device has had so many more readings acknowledged. */
    void awaitMore(int readings) throws InterruptedException {
        for (var all : List.copyOf(acknowledged.values())) {
            var aim = all.size() + readings;
            while (all.size() < aim && senders.stream().noneMatch(CompletableFuture::isDone)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private void sail(String device, boolean isMqtt) {
        MqttAsyncClient client = null;
        for (var first = 1L; running; first += WINDOW) {
            var open = new ConcurrentSkipListSet<>(
                    LongStream.range(first, first + WINDOW).boxed().toList());
            while (!open.isEmpty()) {
                try {
                    if (isMqtt) {
                        client = connected(client);
                        publish(client, device, open);
                    } else {
                        post(device, open);
                    }
                } catch (MqttException | IOException away) {
                    pause();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        close(client);
    }

    private MqttAsyncClient connected(@Nullable MqttAsyncClient client) throws MqttException {
        if (client != null && client.isConnected()) {
            return client;
        }
        close(client);
        var fresh = new MqttAsyncClient(mqtt, UUID.randomUUID().toString(), new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setUserName("device");
        options.setPassword(token.toCharArray());
        options.setMaxInflight(2 * WINDOW);
        try {
            fresh.connect(options).waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException away) {
            close(fresh);
            throw away;
        }
        return fresh;
    }

    private static void close(@Nullable MqttAsyncClient client) {
        try {
            if (client != null && client.isConnected()) {
                client.disconnectForcibly(0, 100, false);
            }
            if (client != null) {
                client.close(true);
            }
        } catch (MqttException gone) {
            pause();
        }
    }

    private void publish(MqttAsyncClient client, String device, Set<Long> open) throws MqttException {
        var sent = new ConcurrentHashMap<Long, IMqttDeliveryToken>();
        for (var sequence : open) {
            sent.put(
                    sequence,
                    client.publish(
                            "devices/" + device + "/readings",
                            message(Set.of(sequence)).getBytes(StandardCharsets.UTF_8),
                            1,
                            false));
        }
        for (var one : sent.entrySet()) {
            one.getValue().waitForCompletion(PATIENCE_MILLIS);
            acknowledge(device, open, Set.of(one.getKey()));
        }
    }

    private void post(String device, Set<Long> open) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(http.resolve("/api/v1/devices/" + device + "/readings"))
                    .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(message(open)))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && !answer.body().contains("REFUSED")) {
                acknowledge(device, open, Set.copyOf(open));
            } else {
                pause();
            }
        }
    }

    private void acknowledge(String device, Set<Long> open, Set<Long> sequences) {
        Objects.requireNonNull(acknowledged.get(device)).addAll(sequences);
        open.removeAll(sequences);
    }

    private static String message(Set<Long> sequences) {
        return sequences.stream()
                .map(sequence -> "{\"sequence\":%d,\"at\":\"%s\",\"values\":{\"temperature\":%d}}"
                        .formatted(sequence, FIRST.plusSeconds(sequence), 20 + sequence % 40))
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
