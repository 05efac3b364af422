package org.zhuxi.sensing.internal.mqtt;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;

/** What goes over the outside broker while this instance is the one, or one of those, that speak with it. */
final class BrokerLink implements BrokerClient.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final int MOST_DOUBLINGS = 7;
    private static final long GOODBYE_SECONDS = 5;

    private final BrokerState state;
    private final BrokerInbox inbox;
    private final BrokerTelling telling;
    private final BrokerClient client;
    private volatile boolean isWanted = true;

    /** @param account whose rights hold for what comes; null while there is none */
    BrokerLink(
            BrokerSettings settings,
            BrokerState state,
            Supplier<@Nullable Visit> account,
            BrokerTopics topics,
            Desk desk,
            BrokerClients clients) {
        this.state = state;
        this.inbox = new BrokerInbox(account, desk.arrivals(), topics, desk.meters(), desk.executor());
        this.client = clients.of(settings, settings.takes() ? topics.filters() : List.of(), this);
        this.telling = new BrokerTelling(settings, account, topics, desk, client);
    }

    void open() {
        state.connecting();
        client.connect();
    }

    /** @param isOn whether this instance is the one that tells what is new */
    void tell(boolean isOn) {
        if (isOn) {
            telling.start();
        } else {
            telling.stop();
        }
    }

    /** Finishes what is under way and goes; the broker keeps what comes. */
    void close() {
        telling.stop();
        inbox.close();
        isWanted = false;
        try {
            client.disconnect().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("There was no connection to end: {}", Failures.brief(gone));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean connected() {
        if (isWanted) {
            state.connected();
        }
        return isWanted;
    }

    @Override
    public void subscribed(int granted, int asked) {
        state.subscribed(granted, asked);
    }

    @Override
    public void arrived(BrokerClient.Delivery delivery) {
        if (isWanted) {
            inbox.put(delivery);
        }
    }

    @Override
    public long lost(Throwable cause, int attempts) {
        if (!isWanted) {
            return -1;
        }
        state.lost(cause);
        return Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(MOST_DOUBLINGS, Math.max(0, attempts)));
    }
}
