package org.zhuxi.sensing.internal.mqtt;

import java.util.concurrent.CompletableFuture;

/** A connection to a broker, by one version of MQTT or another, which comes again by itself. */
interface BrokerClient {

    /** Begins to connect; what becomes of it the listener hears. */
    void connect();

    /**
     * Publishes with QoS 1, also while the broker is away.
     *
     * @return done when the broker has it, or refuses it for good (false)
     */
    CompletableFuture<Boolean> publish(String topic, byte[] body);

    /** Ends the connection in order, where there is one; the broker keeps the session. */
    CompletableFuture<Void> disconnect();

    /** Hears what happens; must not wait. */
    interface Listener {

        /** The connection stands. @return whether it is still wanted */
        boolean connected();

        /** The broker has answered what was subscribed to. */
        void subscribed(int granted, int asked);

        void arrived(Delivery delivery);

        /** The connection broke, or was not made. @param attempts how many in a row @return in how many milliseconds to try again, negative for never */
        long lost(Throwable cause, int attempts);
    }

    /**
     * A message.
     *
     * @param isRetained whether the broker had it before we subscribed
     * @param isSure whether it comes again as long as it is not acknowledged (QoS 1)
     * @param acknowledgement to be run once it is kept, or never will be
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Delivery(String topic, byte[] body, boolean isRetained, boolean isSure, Runnable acknowledgement) {

        void acknowledge() {
            if (isSure) {
                acknowledgement.run();
            }
        }
    }
}
