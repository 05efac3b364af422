package org.zhuxi.sensing.internal.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** Makes connections to brokers as they are configured. */
@Component
class BrokerClients {

    private final SslBundles bundles;
    private final AllowedHosts allowed;

    BrokerClients(SslBundles bundles, AllowedHosts allowed) {
        this.bundles = bundles;
        this.allowed = allowed;
    }

    /**
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException when certificates are named that are not configured
     * @throws IllegalArgumentException when the broker's host may not be called
     */
    void check(BrokerSettings settings) {
        allowed.require(settings.host(), "zhuxi.mqtt.broker.uri");
        if (settings.tls() != null) {
            bundles.getBundle(settings.tls());
        }
    }

    /** A connection that is not made yet. @param filters topics to subscribe to whenever it is connected */
    BrokerClient of(BrokerSettings settings, List<String> filters, BrokerClient.Listener listener) {
        var builder = MqttClient.builder()
                .identifier(settings.clientId())
                .serverHost(settings.host())
                .serverPort(settings.port())
                .addDisconnectedListener(context -> again(context, listener));
        if (settings.isEncrypted()) {
            builder = builder.sslConfig(ssl(settings));
        }
        return settings.isVersion5()
                ? new BrokerByMqtt5(settings, builder, filters, listener)
                : new BrokerByMqtt3(settings, builder, filters, listener);
    }

    private MqttClientSslConfig ssl(BrokerSettings settings) {
        var config = MqttClientSslConfig.builder();
        if (settings.tls() == null) {
            return config.build();
        }
        var bundle = bundles.getBundle(settings.tls());
        return config.keyManagerFactory(bundle.getManagers().getKeyManagerFactory())
                .trustManagerFactory(bundle.getManagers().getTrustManagerFactory())
                .build();
    }

    /** Subscriptions are made anew by whoever connects; what was being published to a session that is gone is published again. */
    private static void again(MqttClientDisconnectedContext context, BrokerClient.Listener listener) {
        if (context.getSource() == MqttDisconnectSource.USER) {
            return;
        }
        var reconnector = context.getReconnector();
        var millis = listener.lost(context.getCause(), reconnector.getAttempts());
        reconnector
                .reconnect(millis >= 0)
                .delay(Math.max(0, millis), TimeUnit.MILLISECONDS)
                .resubscribeIfSessionExpired(false)
                .republishIfSessionExpired(true);
    }
}
