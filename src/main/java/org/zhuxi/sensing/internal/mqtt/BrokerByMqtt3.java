package org.zhuxi.sensing.internal.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection by MQTT 3.1.1. */
final class BrokerByMqtt3 implements BrokerClient {

    private final List<String> filters;
    private final Listener listener;
    private final Mqtt3AsyncClient client;

    /** @param filters topics to subscribe to whenever it is connected */
    BrokerByMqtt3(BrokerSettings settings, MqttClientBuilder builder, List<String> filters, Listener listener) {
        this.filters = filters;
        this.listener = listener;
        var named = builder.addConnectedListener(context -> entered()).useMqttVersion3();
        if (settings.user() != null) {
            named = named.simpleAuth(auth(settings.user(), settings.password()));
        }
        client = named.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, true);
    }

    private static Mqtt3SimpleAuth auth(String user, @Nullable String password) {
        var auth = Mqtt3SimpleAuth.builder().username(user);
        return password == null
                ? auth.build()
                : auth.password(password.getBytes(StandardCharsets.UTF_8)).build();
    }

    @Override
    public void connect() {
        client.connectWith().cleanSession(false).send();
    }

    private void entered() {
        if (!listener.connected()) {
            client.disconnect();
            return;
        }
        if (filters.isEmpty()) {
            return;
        }
        client.subscribe(Mqtt3Subscribe.builder()
                        .addSubscriptions(filters.stream()
                                .map(filter -> Mqtt3Subscription.builder()
                                        .topicFilter(filter)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .build()))
                        .build())
                .whenComplete((answer, failure) -> subscribed(answer, failure));
    }

    private void subscribed(@Nullable Mqtt3SubAck answer, @Nullable Throwable failure) {
        var told = failure instanceof Mqtt3SubAckException refused ? refused.getMqttMessage() : answer;
        if (told != null) {
            listener.subscribed(
                    (int) told.getReturnCodes().stream()
                            .filter(code -> !code.isError())
                            .count(),
                    filters.size());
        }
    }

    private void arrived(Mqtt3Publish message) {
        listener.arrived(new Delivery(
                message.getTopic().toString(),
                message.getPayloadAsBytes(),
                message.isRetain(),
                message.getQos() != MqttQos.AT_MOST_ONCE,
                message::acknowledge));
    }

    @Override
    public CompletableFuture<Boolean> publish(String topic, byte[] body) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send()
                .handle((published, failure) -> failure == null);
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return client.disconnect();
    }
}
