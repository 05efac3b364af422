package org.zhuxi.sensing.internal.mqtt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.log.Failures;
import tools.jackson.databind.json.JsonMapper;

/** Connects the program with an outside broker, where one is configured, and sees to it that only one instance does what only one may. */
@Component
class BrokerBridge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerBridge.class);
    private static final int PHASE = Integer.MAX_VALUE - 1_024;
    private static final long ROUND_MILLIS = 2_000;

    private final @Nullable BrokerSettings settings;
    private final Desk desk;
    private final BrokerClients clients;
    private final DataSource database;
    private final Root root;
    private final JsonMapper json;
    private final boolean isCommand;
    private @Nullable Thread thread;
    private volatile CountDownLatch ending = new CountDownLatch(0);
    private volatile @Nullable BrokerState state;

    BrokerBridge(
            MqttSettings settings,
            Desk desk,
            BrokerClients clients,
            DataSource database,
            Root root,
            JsonMapper json,
            @Value("${zhuxi.command:}") String command) {
        this.settings = settings.broker();
        this.desk = desk;
        this.clients = clients;
        this.database = database;
        this.root = root;
        this.json = json;
        this.isCommand = !command.isEmpty();
        if (this.settings != null) {
            desk.meters().watchBroker(() -> {
                var now = state;
                return now != null && now.isConnected();
            });
        }
    }

    /** How it stands with the broker, or null when there is none. */
    @Nullable
    BrokerState state() {
        return state;
    }

    @Override
    public void start() {
        if (settings == null || isCommand) {
            return;
        }
        clients.check(settings);
        var known = new BrokerState(settings);
        state = known;
        desk.news().start();
        var end = new CountDownLatch(1);
        ending = end;
        thread = Thread.ofVirtual().name("mqtt-broker").start(() -> run(settings, known, end));
    }

    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        ending.countDown();
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        state = null;
        desk.news().stop();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the web server has started, before it stops. */
    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run(BrokerSettings broker, BrokerState known, CountDownLatch end) {
        var lease = new BrokerLease(database);
        var topics = new BrokerTopics(broker, root.address(), json);
        BrokerLink link = null;
        do {
            var isOurs = lease.hold();
            if (isOurs || broker.isShared()) {
                if (link == null) {
                    link = new BrokerLink(broker, known, () -> account(broker, known), topics, desk, clients);
                    link.open();
                }
                link.tell(isOurs && broker.tells());
                look(broker, known);
            } else {
                close(link);
                link = null;
                known.elsewhere();
            }
        } while (!hasEnded(end));
        close(link);
        lease.release();
    }

    /** Waits a little for the end. */
    private static boolean hasEnded(CountDownLatch end) {
        try {
            return end.await(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Looks whether the token is valid, so that it is known before a message comes. */
    private void look(BrokerSettings broker, BrokerState known) {
        try {
            account(broker, known);
        } catch (RuntimeException away) {
            LOG.debug("The token cannot be looked at now: {}", Failures.brief(away));
        }
    }

    private static void close(@Nullable BrokerLink link) {
        if (link != null) {
            link.close();
        }
    }

    /** The owner of the token as he is now; null when it is not valid. */
    private @Nullable Visit account(BrokerSettings broker, BrokerState known) {
        if (broker.token() == null) {
            return null;
        }
        var visit = desk.admission().owner(broker.token());
        known.trust(visit.isPresent());
        return visit.orElse(null);
    }
}
