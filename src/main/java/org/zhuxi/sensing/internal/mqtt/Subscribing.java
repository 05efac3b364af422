package org.zhuxi.sensing.internal.mqtt;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.internal.query.StaError;

/** The subscriptions of one client. */
final class Subscribing {

    private static final int REFUSED = 0x80;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Desk desk;
    private final Outbox outbox;
    private final Channel channel;

    Subscribing(Desk desk, Outbox outbox, Channel channel) {
        this.desk = desk;
        this.outbox = outbox;
        this.channel = channel;
    }

    /** Answers each topic with the quality granted, 0 or 1, or refuses it; when it answers, nothing later is missed. */
    void subscribe(Visit visit, Letter.Subscribe letter) {
        var made = new ArrayList<Subscription>();
        var codes = new ArrayList<Integer>();
        for (var wanted : letter.topics()) {
            var subscription = open(visit, wanted);
            codes.add(subscription == null ? REFUSED : subscription.qos());
            if (subscription != null) {
                made.add(subscription);
                outbox.add(subscription);
            }
        }
        if (!made.isEmpty()) {
            desk.news()
                    .join(outbox)
                    .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                    .join();
            made.forEach(subscription -> outbox.note(visit, subscription));
        }
        if (!channel.isActive()) {
            end();
        }
        channel.writeAndFlush(new MqttSubAckMessage(
                new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(letter.packet()),
                new MqttSubAckPayload(codes)));
    }

    private @Nullable Subscription open(Visit visit, MqttTopicSubscription wanted) {
        if (outbox.size() >= desk.settings().subscriptions() && !outbox.has(wanted.topicFilter())) {
            return null;
        }
        try {
            var topic = Topic.filter(wanted.topicFilter());
            var followed = desk.following().open(visit.scribe(), topic.path(), topic.options());
            return new Subscription(
                    wanted.topicFilter(), Math.min(1, wanted.qualityOfService().value()), followed);
        } catch (StaError | Refused refused) {
            return null;
        }
    }

    void unsubscribe(Letter.Unsubscribe letter) {
        outbox.remove(letter.topics());
        if (outbox.size() == 0) {
            desk.news().leave(outbox);
        }
        channel.writeAndFlush(
                MqttMessageBuilders.unsubAck().packetId(letter.packet()).build());
    }

    void end() {
        desk.news().leave(outbox);
        outbox.clear();
    }
}
