package org.zhuxi.sensing.internal.mqtt;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.log.Failures;

/** Looks ten times a second what is new, while somebody subscribes to anything, and hands it to the subscribers. */
@Component
class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final Feed feed;
    private final Set<Outbox> subscribers = ConcurrentHashMap.newKeySet();
    private final Queue<CompletableFuture<Void>> joining = new ConcurrentLinkedQueue<>();
    private final Semaphore somebody = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private int users;

    News(Feed feed) {
        this.feed = feed;
    }

    /** To be called by each who hands subscribers to it, and {@link #stop} as often. */
    synchronized void start() {
        users++;
        if (users > 1) {
            return;
        }
        var made = Thread.ofVirtual().name("mqtt-news").unstarted(this::run);
        thread = made;
        made.start();
    }

    synchronized void stop() {
        users--;
        if (users > 0) {
            return;
        }
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    /** @return done as soon as everything that is committed from then on will be told */
    CompletableFuture<Void> join(Outbox subscriber) {
        var joined = new CompletableFuture<Void>();
        subscribers.add(subscriber);
        joining.add(joined);
        somebody.release();
        return joined;
    }

    void leave(Outbox subscriber) {
        subscribers.remove(subscriber);
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (subscribers.isEmpty()) {
                    feed.rest();
                    somebody.tryAcquire(1, TimeUnit.SECONDS);
                } else {
                    round();
                }
            } catch (SQLException | DataAccessException e) {
                if (thread != Thread.currentThread()) {
                    // the end interrupted what was being read
                    break;
                }
                LOG.info("What is new cannot be read, and is tried again: {}", Failures.brief(e));
                feed.hangUp();
                pause();
            } catch (InterruptedException stopping) {
                break;
            }
        }
        feed.rest();
    }

    private void round() throws SQLException {
        var joined = List.copyOf(joining);
        var streams = new HashSet<Long>();
        subscribers.forEach(subscriber -> subscriber.addStreams(streams));
        var changes = feed.changes();
        var fresh = streams.isEmpty() ? List.<Feed.Fresh>of() : feed.fresh(streams);
        if (!changes.isEmpty() || !fresh.isEmpty()) {
            subscribers.forEach(subscriber -> subscriber.tell(changes, fresh));
        }
        joining.removeAll(joined);
        joined.forEach(one -> one.complete(null));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
