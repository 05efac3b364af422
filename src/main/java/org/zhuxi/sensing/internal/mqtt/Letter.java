package org.zhuxi.sensing.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.List;

/** What a client sent, in the order it came. */
sealed interface Letter {

    /** How much memory it takes, about. */
    default int size() {
        return 200;
    }

    record Connect(MqttConnectMessage message) implements Letter {}

    /**
     * @param packet its number, to be acknowledged with; 0 when none is wanted (QoS 0)
     * @param isOnce whether the client wants to know it received, and nothing kept twice (QoS 2)
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Publish(int packet, boolean isOnce, String topic, byte[] body) implements Letter {

        @Override
        public int size() {
            return 200 + body.length;
        }
    }

    /** A message of QoS 2 that came before on this connection. */
    record Again(int packet) implements Letter {}

    record Subscribe(int packet, List<MqttTopicSubscription> topics) implements Letter {}

    record Unsubscribe(int packet, List<String> topics) implements Letter {}
}
