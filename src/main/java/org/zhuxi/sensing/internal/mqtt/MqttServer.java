package org.zhuxi.sensing.internal.mqtt;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.sta.StaEndpoints;

/** Listens for MQTT. A port that is taken does not keep the program from starting. */
@EnableConfigurationProperties(MqttSettings.class)
@Component
class MqttServer implements SmartLifecycle {

    /** Name of the handler that ends a connection on which nobody says who it is. */
    static final String GREETING = "greeting";

    private static final Logger LOG = LoggerFactory.getLogger(MqttServer.class);
    private static final int PHASE = Integer.MAX_VALUE - 1_024;
    private static final int GREETING_SECONDS = 10;
    private static final int THREADS = 2;
    private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(128 * 1024, 512 * 1024);

    private final MqttSettings settings;
    private final Desk desk;
    private final StaEndpoints endpoints;
    private final SslBundles bundles;
    private final boolean isCommand;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private @Nullable EventLoopGroup threads;
    private volatile int port = -1;

    MqttServer(
            MqttSettings settings,
            Desk desk,
            StaEndpoints endpoints,
            SslBundles bundles,
            @Value("${zhuxi.command:}") String command) {
        this.settings = settings;
        this.desk = desk;
        this.endpoints = endpoints;
        this.bundles = bundles;
        this.isCommand = !command.isEmpty();
    }

    /** Where it listens, or -1. */
    int port() {
        return port;
    }

    @Override
    public void start() {
        if (settings.isOff() || isCommand) {
            return;
        }
        var tls = settings.tls() == null
                ? null
                : bundles.getBundle(settings.tls()).createSslContext();
        var group = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("mqtt", true), NioIoHandler.newFactory());
        var bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
                .childHandler(new Connections(tls))
                .bind(settings.host(), settings.listeningPort())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            LOG.warn(
                    "No MQTT: {} port {} is taken or not there; zhuxi.mqtt.port names another",
                    settings.host(),
                    settings.listeningPort());
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            return;
        }
        connections.add(bound.channel());
        threads = group;
        port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
        desk.news().start();
        endpoints.openMqtt(this::endpoint);
        LOG.info("MQTT at {}", endpoint(settings.host()));
    }

    private String endpoint(String host) {
        var own = settings.endpoint();
        if (own != null) {
            return own;
        }
        var isEverywhere = settings.host().equals("0.0.0.0") || settings.host().equals("::");
        return (settings.tls() == null ? "mqtt://" : "mqtts://") + (isEverywhere ? host : settings.host()) + ":" + port;
    }

    @Override
    public void stop() {
        if (threads != null) {
            endpoints.closeMqtt();
            desk.news().stop();
        }
        connections.close().awaitUninterruptibly();
        if (threads != null) {
            threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
        threads = null;
        port = -1;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** After the web server has started, before it stops. */
    @Override
    public int getPhase() {
        return PHASE;
    }

    private final class Connections extends ChannelInitializer<Channel> {

        private final @Nullable SSLContext tls;

        private Connections(@Nullable SSLContext tls) {
            this.tls = tls;
        }

        @Override
        protected void initChannel(Channel channel) {
            connections.add(channel);
            if (tls != null) {
                var engine = tls.createSSLEngine();
                engine.setUseClientMode(false);
                channel.pipeline().addLast(new SslHandler(engine));
            }
            channel.pipeline()
                    .addLast(GREETING, new ReadTimeoutHandler(GREETING_SECONDS))
                    .addLast(new MqttDecoder(settings.largestPacket()))
                    .addLast(MqttEncoder.INSTANCE)
                    .addLast(new MqttSession(desk));
        }
    }
}
