package org.zhuxi.sensing.internal.mqtt;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.internal.mqtt.BrokerSettings.Telling;
import org.zhuxi.sensing.internal.store.Scribe;

/**
 * Tells the outside broker what is new: it follows every set as a subscriber does, and publishes what it is told, not faster than the broker
 * takes it. While the broker is away what is new waits, as far as there is room.
 */
final class BrokerTelling implements Outbox.Client {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerTelling.class);
    private static final int QOS = 1;
    private static final long LOOK_MILLIS = 500;
    private static final Visit VISITOR = new Visit(null, false, new Scribe(Actor.VISITOR, false));

    private final BrokerSettings settings;
    private final Supplier<@Nullable Visit> account;
    private final BrokerTopics topics;
    private final Desk desk;
    private final BrokerClient client;
    private final Outbox outbox;
    private final Semaphore window;
    private volatile boolean isOn;

    /** @param account whose rights hold where more is told than what is open; null while there is none */
    BrokerTelling(
            BrokerSettings settings,
            Supplier<@Nullable Visit> account,
            BrokerTopics topics,
            Desk desk,
            BrokerClient client) {
        this.settings = settings;
        this.account = account;
        this.topics = topics;
        this.desk = desk;
        this.client = client;
        this.outbox = desk.outbox(this);
        this.window = new Semaphore(settings.unacknowledged());
    }

    /** Tells what is committed from now on. */
    void start() {
        if (!isOn) {
            isOn = true;
            follow();
            desk.news().join(outbox);
        }
    }

    /** What waits is told no more. */
    void stop() {
        isOn = false;
        desk.news().leave(outbox);
        outbox.clear();
    }

    private void follow() {
        for (var set : BrokerTopics.sets()) {
            outbox.add(new Subscription(set, QOS, desk.following().open(VISITOR.scribe(), set, null)));
        }
    }

    @Override
    public @Nullable Visit visit() {
        return settings.tell() == Telling.READABLE ? account.get() : VISITOR;
    }

    /** @param set which it belongs to */
    @Override
    public boolean tell(String set, byte[] entity, int qos) {
        for (var message : topics.of(set, entity).entrySet()) {
            if (!awaitRoom()) {
                return false;
            }
            client.publish(message.getKey(), message.getValue()).whenComplete((isTaken, failure) -> {
                window.release();
                desk.meters().handedOn(failure == null && isTaken);
            });
        }
        return true;
    }

    private boolean awaitRoom() {
        try {
            while (isOn) {
                if (window.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** What could not be read is not told; when there is no room, what waits is forgotten, and what comes from now on is told. */
    @Override
    public void drop(String reason) {
        LOG.warn("Changes are not told to the MQTT broker ({})", reason);
        desk.meters().passedOver(reason);
        if (reason.equals(Outbox.SLOW)) {
            outbox.clear();
            if (isOn) {
                follow();
            }
        }
    }
}
