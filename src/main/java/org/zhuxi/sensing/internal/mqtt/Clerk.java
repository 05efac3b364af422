package org.zhuxi.sensing.internal.mqtt;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;

/** Does what one client asks for, in the order it came: lets it in, takes its messages, notes its subscriptions. */
final class Clerk implements Outbox.Client {

    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final int VERSION_3_1_1 = 4;

    private final Desk desk;
    private final MqttSession session;
    private final Channel channel;
    private final Sender sender;
    private final Mailbox<Letter> inbox;
    private final Subscribing subscribing;
    private volatile @Nullable Visit visit;
    private volatile Letter.@Nullable Publish will;
    private volatile String client = "";

    Clerk(Desk desk, MqttSession session, Channel channel, Sender sender) {
        this.desk = desk;
        this.session = session;
        this.channel = channel;
        this.sender = sender;
        this.inbox = desk.inbox(this::work);
        this.subscribing = new Subscribing(desk, desk.outbox(this), channel);
    }

    void put(Letter letter) {
        inbox.add(letter);
    }

    private void work(List<Letter> letters) {
        var publishes = new ArrayList<Letter.Publish>();
        for (var letter : letters) {
            if (letter instanceof Letter.Publish publish) {
                publishes.add(publish);
                if (publishes.size() >= desk.pace().mostAtOnce()) {
                    take(publishes);
                }
                continue;
            }
            take(publishes);
            attempt(letter);
        }
        take(publishes);
    }

    private void attempt(Letter letter) {
        try {
            switch (letter) {
                case Letter.Connect connect -> admit(connect.message());
                case Letter.Subscribe subscribe -> {
                    var now = visit();
                    if (now != null) {
                        subscribing.subscribe(now, subscribe);
                    }
                }
                case Letter.Unsubscribe unsubscribe -> subscribing.unsubscribe(unsubscribe);
                case Letter.Publish publish -> take(new ArrayList<>(List.of(publish)));
                case Letter.Again again -> channel.writeAndFlush(Packets.received(again.packet()));
            }
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            session.done(letter.size());
        }
    }

    private void fail(RuntimeException e) {
        LOG.warn("A client by MQTT cannot be served: {}", Failures.brief(e));
        drop("failure");
    }

    private void admit(MqttConnectMessage connect) {
        var head = connect.variableHeader();
        if (head.version() != VERSION_3_1_1) {
            refuse(
                    head.version() > VERSION_3_1_1
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION
                            : MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
            return;
        }
        var body = connect.payload();
        if (body.clientIdentifier().isEmpty() && !head.isCleanSession()) {
            refuse(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
            return;
        }
        var password = body.passwordInBytes();
        var from = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        var admitted = desk.admission()
                .admit(password == null ? null : new String(password, StandardCharsets.UTF_8), from)
                .orElse(null);
        if (admitted == null) {
            refuse(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        enter(connect, admitted);
        channel.writeAndFlush(MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                .sessionPresent(false)
                .build());
    }

    private void enter(MqttConnectMessage connect, Visit admitted) {
        var body = connect.payload();
        client = body.clientIdentifier().isEmpty() ? UUID.randomUUID().toString() : body.clientIdentifier();
        if (connect.variableHeader().isWillFlag()) {
            will = new Letter.Publish(0, false, body.willTopic(), body.willMessageInBytes());
        }
        visit = admitted;
        desk.enter(admitted.owner(), client, session);
        if (!channel.isActive()) {
            desk.leave(admitted.owner(), client, session);
        }
    }

    private void refuse(MqttConnectReturnCode code) {
        desk.meters().dropped("refused");
        channel.writeAndFlush(MqttMessageBuilders.connAck()
                        .returnCode(code)
                        .sessionPresent(false)
                        .build())
                .addListener(written -> channel.close());
    }

    private void take(List<Letter.Publish> publishes) {
        if (publishes.isEmpty()) {
            return;
        }
        try {
            var now = visit();
            if (now == null || !now.mayPublish()) {
                drop("refused");
            } else if (desk.pace().await(now.owner(), publishes.size(), channel::isActive)) {
                acknowledge(publishes, desk.arrivals().take(now, publishes));
            }
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            session.done(publishes.stream().mapToInt(Letter::size).sum());
            publishes.clear();
        }
    }

    /** What is not known to be kept is not acknowledged, and the connection ends, so that the client sends it again. */
    private void acknowledge(List<Letter.Publish> publishes, List<Outcome> outcomes) {
        for (var i = 0; i < publishes.size(); i++) {
            var publish = publishes.get(i);
            if (publish.packet() > 0 && outcomes.get(i).isSettled()) {
                channel.write(
                        publish.isOnce() ? Packets.received(publish.packet()) : Packets.acknowledged(publish.packet()));
            }
        }
        channel.flush();
        if (!outcomes.stream().allMatch(Outcome::isSettled)) {
            drop("unknown");
        }
    }

    @Override
    public @Nullable Visit visit() {
        var before = visit;
        var now = before == null ? null : desk.admission().renew(before).orElse(null);
        if (now == null) {
            drop("refused");
        }
        return now;
    }

    @Override
    public boolean tell(String topic, byte[] payload, int qos) {
        try {
            if (sender.publish(topic, payload, qos)) {
                desk.meters().told();
                return true;
            }
            drop("slow");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void drop(String reason) {
        session.drop(reason);
    }

    /** The connection is closed. @param isInOrder whether the client said so, or else its last will is taken */
    void gone(boolean isInOrder) {
        subscribing.end();
        var left = visit;
        if (left != null) {
            desk.leave(left.owner(), client, session);
        }
        var last = will;
        if (!isInOrder && last != null) {
            inbox.add(last);
        }
    }
}
