package org.zhuxi.sensing.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;

/** Answers to messages that were published to us. */
final class Packets {

    private Packets() {}

    /** It is done with (QoS 1). */
    static MqttMessage acknowledged(int packet) {
        return of(MqttMessageType.PUBACK, packet);
    }

    /** It is done with, and will not be done again before it is released (QoS 2). */
    static MqttMessage received(int packet) {
        return of(MqttMessageType.PUBREC, packet);
    }

    /** Its number may be used again (QoS 2). */
    static MqttMessage complete(int packet) {
        return of(MqttMessageType.PUBCOMP, packet);
    }

    private static MqttMessage of(MqttMessageType type, int packet) {
        return new MqttMessage(
                new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packet));
    }
}
