package org.zhuxi.sensing.internal.mqtt;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.sta.StaFollowing;

/** What all connections share. */
@Component
class Desk implements AutoCloseable {

    private final MqttSettings settings;
    private final Admission admission;
    private final Arrivals arrivals;
    private final StaFollowing following;
    private final News news;
    private final Root root;
    private final MqttMeters meters;
    private final Pace pace;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentMap<String, MqttSession> clients = new ConcurrentHashMap<>();

    Desk(
            MqttSettings settings,
            Admission admission,
            Arrivals arrivals,
            StaFollowing following,
            News news,
            Root root,
            MqttMeters meters) {
        this.settings = settings;
        this.admission = admission;
        this.arrivals = arrivals;
        this.following = following;
        this.news = news;
        this.root = root;
        this.meters = meters;
        this.pace = new Pace(settings, meters);
    }

    MqttSettings settings() {
        return settings;
    }

    Admission admission() {
        return admission;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    StaFollowing following() {
        return following;
    }

    News news() {
        return news;
    }

    MqttMeters meters() {
        return meters;
    }

    Pace pace() {
        return pace;
    }

    Executor executor() {
        return executor;
    }

    Mailbox<Letter> inbox(Consumer<List<Letter>> work) {
        return new Mailbox<>(executor, work);
    }

    Outbox outbox(Outbox.Client client) {
        return new Outbox(following, root, client, executor);
    }

    /** A client that comes again takes the place of its older connection, which is ended (MQTT-3.1.4-2). */
    void enter(String owner, String client, MqttSession session) {
        var older = clients.put(owner + " " + client, session);
        if (older != null && older != session) {
            older.drop("replaced");
        }
    }

    void leave(String owner, String client, MqttSession session) {
        clients.remove(owner + " " + client, session);
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
