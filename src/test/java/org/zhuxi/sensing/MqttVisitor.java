package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over MQTT as devices have it, and what it was told. */
public final class MqttVisitor implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final MqttAsyncClient client;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /** A message under the topic it came with. */
    public record Heard(String topic, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Connects. @param token empty for nobody in particular */
    public MqttVisitor(String address, String token) throws MqttException {
        this(address, token, UUID.randomUUID().toString());
    }

    /** Connects under a name. */
    public MqttVisitor(String address, String token, String name) throws MqttException {
        client = client(address, name);
        connect(options(token));
    }

    /** Connects with a last will. */
    public MqttVisitor(String address, String token, String willTopic, String will) throws MqttException {
        client = client(address, UUID.randomUUID().toString());
        var options = options(token);
        options.setWill(willTopic, will.getBytes(StandardCharsets.UTF_8), 1, false);
        connect(options);
    }

    private MqttVisitor(MqttAsyncClient client, MqttConnectOptions options) throws MqttException {
        this.client = client;
        client.setCallback(new MqttCallback() {

            @Override
            public void connectionLost(Throwable cause) {}

            @Override
            public void messageArrived(String topic, MqttMessage message) {
                heard.add(heard(topic, message));
            }

            @Override
            public void deliveryComplete(IMqttDeliveryToken token) {}
        });
        connect(options);
    }

    /** Connects under a name, with the session that the server kept. */
    public static MqttVisitor again(String address, String token, String name) throws MqttException {
        var options = options(token);
        options.setCleanSession(false);
        return new MqttVisitor(client(address, name), options);
    }

    private static Heard heard(String topic, MqttMessage message) {
        return new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    private static MqttAsyncClient client(String address, String name) throws MqttException {
        return new MqttAsyncClient(address.replace("mqtt://", "tcp://"), name, new MemoryPersistence());
    }

    private static MqttConnectOptions options(String token) {
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        if (!token.isEmpty()) {
            options.setUserName("device");
            options.setPassword(token.toCharArray());
        }
        return options;
    }

    private void connect(MqttConnectOptions options) throws MqttException {
        client.connect(options).waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** Ends the connection without saying so. */
    public void breakOff() throws MqttException {
        client.disconnectForcibly(0, 100, false);
    }

    public MqttAsyncClient client() {
        return client;
    }

    /** Publishes and waits for the acknowledgement. */
    public void publish(String topic, String json, int qos) throws MqttException {
        client.publish(topic, json.getBytes(StandardCharsets.UTF_8), qos, false)
                .waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** What the server granted: 0, 1, or 128 when it refused. */
    public int subscribe(String topic, int qos) throws MqttException {
        var token = client.subscribe(topic, qos, (name, message) -> heard.add(heard(name, message)));
        try {
            token.waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (MqttException refused) {
            return refused.getReasonCode();
        }
        return token.getGrantedQos()[0];
    }

    /** The next message. */
    public Heard next() throws InterruptedException {
        var next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("a message").isNotNull();
        return next;
    }

    public void assertSilent(long millis) throws InterruptedException {
        assertThat(heard.poll(millis, TimeUnit.MILLISECONDS)).isNull();
    }

    public void awaitEnd() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (client.isConnected() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(client.isConnected()).as("connected").isFalse();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
        client.close(true);
    }
}
