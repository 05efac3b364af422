package org.zhuxi.sensing.internal.mqtt;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;

/** How the program stands with the outside broker; each change is one line in the log. */
final class BrokerState {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerState.class);

    private static final int UNANSWERED = -1;

    private final String broker;
    private final boolean takes;
    private Standing standing = Standing.CONNECTING;
    private String reason = "";
    private boolean isTrusted = true;
    private int granted = UNANSWERED;

    BrokerState(BrokerSettings settings) {
        this.broker = settings.toString();
        this.takes = settings.takes();
    }

    /** Where the connection is. */
    enum Standing {
        CONNECTING,
        CONNECTED,
        LOST,
        /** Another instance is connected. */
        ELSEWHERE
    }

    synchronized boolean isConnected() {
        return standing == Standing.CONNECTED;
    }

    /** Whether the broker has answered what was subscribed to since it was connected, and granted any of it. */
    synchronized boolean hasSubscribed() {
        return standing == Standing.CONNECTED && granted > 0;
    }

    /** Whether everything that is configured works, here or at another instance. */
    synchronized boolean isWell() {
        return takes
                ? isTrusted && (hasSubscribed() || standing == Standing.ELSEWHERE)
                : standing == Standing.CONNECTED || standing == Standing.ELSEWHERE;
    }

    /** In one word, for operators. */
    synchronized String word() {
        if (takes && !isTrusted) {
            return "token not valid";
        }
        if (standing == Standing.CONNECTED && granted == 0) {
            return "subscriptions refused";
        }
        return reason.isEmpty() ? standing.name().toLowerCase(Locale.ROOT) : reason;
    }

    synchronized void connected() {
        LOG.info("The MQTT broker {} is connected", broker);
        granted = UNANSWERED;
        become(Standing.CONNECTED, "");
    }

    synchronized void elsewhere() {
        if (standing != Standing.ELSEWHERE) {
            LOG.info("The MQTT broker {} is connected to another instance", broker);
            become(Standing.ELSEWHERE, "");
        }
    }

    synchronized void connecting() {
        become(Standing.CONNECTING, "");
    }

    synchronized void lost(Throwable cause) {
        var now = reason(cause);
        if (standing == Standing.LOST && reason.equals(now)) {
            return;
        }
        become(Standing.LOST, now);
        if (isRefusal(now)) {
            LOG.warn(
                    "The MQTT broker {} refuses zhuxi.mqtt.broker.user and .password ({}); it is tried again",
                    broker,
                    now);
        } else {
            LOG.warn("The MQTT broker {} cannot be reached ({}); it is tried again", broker, now);
        }
    }

    synchronized void subscribed(int now, int asked) {
        if (now < asked) {
            LOG.warn("The MQTT broker {} grants {} of {} subscriptions", broker, now, asked);
        }
        granted = now;
    }

    /** @param isValid whether the token is one with which messages can be taken */
    synchronized void trust(boolean isValid) {
        if (isTrusted && !isValid) {
            LOG.warn("zhuxi.mqtt.broker.token is not valid; messages wait at the MQTT broker {} until it is", broker);
        } else if (!isTrusted && isValid) {
            LOG.info("zhuxi.mqtt.broker.token is valid again");
        }
        isTrusted = isValid;
    }

    private void become(Standing next, String why) {
        standing = next;
        reason = why;
    }

    private static boolean isRefusal(String reason) {
        return reason.equals("BAD_USER_NAME_OR_PASSWORD") || reason.equals("NOT_AUTHORIZED");
    }

    /** The broker's own word for it, or the kinds of failure. */
    private static String reason(Throwable cause) {
        return switch (cause) {
            case Mqtt5ConnAckException refused ->
                refused.getMqttMessage().getReasonCode().name();
            case Mqtt3ConnAckException refused ->
                refused.getMqttMessage().getReturnCode().name();
            case Mqtt5DisconnectException ended ->
                ended.getMqttMessage().getReasonCode().name();
            default -> Failures.brief(cause);
        };
    }
}
