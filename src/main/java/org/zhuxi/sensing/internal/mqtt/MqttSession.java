package org.zhuxi.sensing.internal.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;

/**
 * One connection, MQTT 3.1.1. Packets are read here, one after the other by one thread, and done by the {@link Clerk}, which may wait for
 * the database; while it has much to do nothing more is read.
 */
final class MqttSession extends SimpleChannelInboundHandler<MqttMessage> {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
    private static final int MOST_WAITING_BYTES = 1_000_000;

    private final Desk desk;
    private final AtomicInteger waitingBytes = new AtomicInteger();
    private final Set<Integer> unreleased = new HashSet<>();
    private @Nullable ChannelHandlerContext connection;
    private @Nullable Sender sender;
    private @Nullable Clerk clerk;
    private boolean hasGreeted;
    private volatile boolean hasSaidGoodbye;

    MqttSession(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection = context;
        sender = new Sender(context.channel(), desk.settings());
        clerk = new Clerk(desk, this, context.channel(), sender);
        if (desk.meters().opened() > desk.settings().connections()) {
            drop("full");
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        desk.meters().closed();
        if (sender != null) {
            sender.wake();
        }
        if (clerk != null) {
            clerk.gone(hasSaidGoodbye);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            drop(message.decoderResult().cause() instanceof TooLongFrameException ? "too-large" : "malformed");
            return;
        }
        var type = message.fixedHeader().messageType();
        if (hasGreeted == (type == MqttMessageType.CONNECT)) {
            drop("malformed");
            return;
        }
        switch (message) {
            case MqttConnectMessage connect -> greet(context, connect);
            case MqttPublishMessage publish -> publish(publish);
            case MqttSubscribeMessage subscribe ->
                put(new Letter.Subscribe(
                        subscribe.variableHeader().messageId(),
                        subscribe.payload().topicSubscriptions()));
            case MqttUnsubscribeMessage unsubscribe ->
                put(new Letter.Unsubscribe(
                        unsubscribe.variableHeader().messageId(),
                        unsubscribe.payload().topics()));
            default -> simple(context, type, message);
        }
    }

    private void simple(ChannelHandlerContext context, MqttMessageType type, MqttMessage message) {
        switch (type) {
            case PINGREQ -> context.writeAndFlush(MqttMessage.PINGRESP);
            case PUBACK -> {
                if (sender != null && message.variableHeader() instanceof MqttMessageIdVariableHeader header) {
                    sender.acknowledged(header.messageId());
                }
            }
            case PUBREL -> {
                if (message.variableHeader() instanceof MqttMessageIdVariableHeader header) {
                    unreleased.remove(header.messageId());
                    context.writeAndFlush(Packets.complete(header.messageId()));
                }
            }
            case DISCONNECT -> {
                hasSaidGoodbye = true;
                context.close();
            }
            default -> drop("malformed");
        }
    }

    private void greet(ChannelHandlerContext context, MqttConnectMessage connect) {
        hasGreeted = true;
        context.pipeline().remove(MqttServer.GREETING);
        var seconds = connect.variableHeader().keepAliveTimeSeconds();
        if (seconds > 0) {
            // one and a half times what was agreed (MQTT-3.1.2-24)
            context.pipeline().addFirst(new IdleStateHandler(seconds * 1500L, 0, 0, TimeUnit.MILLISECONDS));
        }
        put(new Letter.Connect(connect));
    }

    private void publish(MqttPublishMessage publish) {
        var qos = publish.fixedHeader().qosLevel();
        var packet = qos == MqttQoS.AT_MOST_ONCE ? 0 : publish.variableHeader().packetId();
        var isOnce = qos == MqttQoS.EXACTLY_ONCE;
        if (isOnce && !unreleased.add(packet)) {
            put(new Letter.Again(packet));
            return;
        }
        put(new Letter.Publish(
                packet, isOnce, publish.variableHeader().topicName(), ByteBufUtil.getBytes(publish.payload())));
    }

    private void put(Letter letter) {
        if (clerk != null && connection != null) {
            if (waitingBytes.addAndGet(letter.size()) > MOST_WAITING_BYTES) {
                connection.channel().config().setAutoRead(false);
            }
            clerk.put(letter);
        }
    }

    /** Called by the clerk when letters are done, so that more can be read. */
    void done(int bytes) {
        if (waitingBytes.addAndGet(-bytes) <= MOST_WAITING_BYTES / 2 && connection != null) {
            connection.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (sender != null && context.channel().isWritable()) {
            sender.wake();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && context.channel().config().isAutoRead()) {
            drop("silent");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A connection by MQTT broke: {}", Failures.brief(cause));
        context.close();
    }

    /** Ends the connection from this side. @param reason one of few words, for the meters */
    void drop(String reason) {
        if (connection != null && connection.channel().isActive()) {
            desk.meters().dropped(reason);
            connection.close();
        }
    }
}
