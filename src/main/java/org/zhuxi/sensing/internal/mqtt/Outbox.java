package org.zhuxi.sensing.internal.mqtt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.sensing.internal.sta.StaFollowing;

/**
 * What one client subscribes to and has not been told yet. It keeps ids and reads the entities when the client is ready for them, with
 * the rights the client has then.
 */
final class Outbox {

    /** Why a client is dropped for which too much waits. */
    static final String SLOW = "slow";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MOST_WAITING = 10_000;

    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final StaFollowing following;
    private final Root root;
    private final Client client;
    private final Mailbox<Told> waiting;

    Outbox(StaFollowing following, Root root, Client client, Executor executor) {
        this.following = following;
        this.root = root;
        this.client = client;
        this.waiting = new Mailbox<>(executor, this::send);
    }

    /** The other end of the connection. */
    interface Client {

        /** Who it is now, or null when it may do nothing any more and is being sent away. */
        @Nullable
        Visit visit();

        /** Waits until it can take more. @return whether it took it */
        boolean tell(String topic, byte[] payload, int qos);

        /** Ends the connection. @param reason one of few words, for the meters */
        void drop(String reason);
    }

    int size() {
        return subscriptions.size();
    }

    boolean has(String topic) {
        return subscriptions.containsKey(topic);
    }

    void add(Subscription subscription) {
        subscriptions.put(subscription.topic(), subscription);
    }

    /** Notes the value that a part has now, so that only another is told. */
    void note(Visit visit, Subscription subscription) {
        if (subscription.followed().isPart()) {
            following
                    .one(visit.scribe(), root.address(), subscription.followed())
                    .ifPresent(subscription::isNew);
        }
    }

    void remove(Collection<String> topics) {
        topics.forEach(subscriptions::remove);
    }

    void clear() {
        subscriptions.clear();
        waiting.clear();
    }

    /** Adds the streams whose observations are wanted; 0 for all. */
    void addStreams(Set<Long> streams) {
        for (var subscription : subscriptions.values()) {
            var stream = subscription.followed().stream();
            if (stream != null) {
                streams.add(stream);
            }
        }
    }

    void tell(List<Feed.Changed> changes, List<Feed.Fresh> fresh) {
        for (var subscription : subscriptions.values()) {
            var followed = subscription.followed();
            for (var change : changes) {
                if (followed.follows(change.type(), change.id())) {
                    waiting.add(new Told(subscription, change.id(), change.id()));
                }
            }
            for (var some : fresh) {
                if (followed.followsObservations(some.stream()) || followed.isPartOfStream(some.stream())) {
                    waiting.add(new Told(subscription, some.first(), some.last()));
                }
            }
        }
        if (waiting.size() > MOST_WAITING) {
            client.drop(SLOW);
        }
    }

    private void send(List<Told> some) {
        try {
            for (var told : some) {
                var visit = subscriptions.get(told.to().topic()) == told.to() ? client.visit() : null;
                if (visit != null && !send(visit, told)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("A subscriber by MQTT cannot be told what is new: {}", Failures.brief(e));
            client.drop("failure");
        }
    }

    private boolean send(Visit visit, Told told) {
        var to = told.to();
        if (!to.followed().isSet()) {
            var value = following.one(visit.scribe(), root.address(), to.followed());
            return value.isEmpty()
                    || to.followed().isPart() && !to.isNew(value.get())
                    || client.tell(to.topic(), value.get(), to.qos());
        }
        Long next = told.first();
        while (next != null) {
            var page = following.page(visit.scribe(), root.address(), to.followed(), next, told.last());
            for (var entity : page.entities()) {
                if (!client.tell(to.topic(), entity, to.qos())) {
                    return false;
                }
            }
            next = page.next();
        }
        return true;
    }
}
