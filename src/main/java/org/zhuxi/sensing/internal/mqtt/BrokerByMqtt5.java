package org.zhuxi.sensing.internal.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection by MQTT 5. */
final class BrokerByMqtt5 implements BrokerClient {

    private static final String SHARED = "$share/";

    private final BrokerSettings settings;
    private final List<String> filters;
    private final Listener listener;
    private final Mqtt5AsyncClient client;

    /** @param filters topics to subscribe to whenever it is connected */
    BrokerByMqtt5(BrokerSettings settings, MqttClientBuilder builder, List<String> filters, Listener listener) {
        this.settings = settings;
        this.filters = filters;
        this.listener = listener;
        var named = builder.addConnectedListener(context -> entered()).useMqttVersion5();
        if (settings.user() != null) {
            named = named.simpleAuth(auth(settings.user(), settings.password()));
        }
        client = named.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, true);
    }

    private static Mqtt5SimpleAuth auth(String user, @Nullable String password) {
        var auth = Mqtt5SimpleAuth.builder().username(user);
        return password == null
                ? auth.build()
                : auth.password(password.getBytes(StandardCharsets.UTF_8)).build();
    }

    @Override
    public void connect() {
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(settings.keep().toSeconds())
                .restrictions()
                .receiveMaximum(settings.unacknowledged())
                .applyRestrictions()
                .send();
    }

    private void entered() {
        if (!listener.connected()) {
            client.disconnect();
            return;
        }
        if (filters.isEmpty()) {
            return;
        }
        client.subscribe(Mqtt5Subscribe.builder()
                        .addSubscriptions(filters.stream().map(this::subscription))
                        .build())
                .whenComplete((answer, failure) -> subscribed(answer, failure));
    }

    private Mqtt5Subscription subscription(String filter) {
        // a shared subscription may not leave out one's own messages (MQTT-3.8.3-4)
        return Mqtt5Subscription.builder()
                .topicFilter(settings.isShared() ? SHARED + settings.share() + "/" + filter : filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .noLocal(!settings.isShared())
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .build();
    }

    private void subscribed(@Nullable Mqtt5SubAck answer, @Nullable Throwable failure) {
        var told = failure instanceof Mqtt5SubAckException refused ? refused.getMqttMessage() : answer;
        if (told != null) {
            listener.subscribed(
                    (int) told.getReasonCodes().stream()
                            .filter(code -> !code.isError())
                            .count(),
                    filters.size());
        }
    }

    private void arrived(Mqtt5Publish message) {
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
                .handle((result, failure) -> failure == null && isTaken(result));
    }

    private static boolean isTaken(Mqtt5PublishResult result) {
        return result.getError().isEmpty();
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return client.disconnect();
    }
}
