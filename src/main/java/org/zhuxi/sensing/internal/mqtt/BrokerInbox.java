package org.zhuxi.sensing.internal.mqtt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.sensing.internal.mqtt.BrokerClient.Delivery;

/**
 * Takes what comes from the outside broker, in its order, what waits together, and acknowledges each message once it is kept or never will
 * be. What may still be kept is tried again here, for a broker does not send it again before the connection breaks.
 */
final class BrokerInbox {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerInbox.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_UNSURE_WAITING = 10_000;
    private static final int MOST_FAULTS = 10;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final long LONGEST_CLOSE_SECONDS = 20;

    private final Supplier<@Nullable Visit> account;
    private final Arrivals arrivals;
    private final BrokerTopics topics;
    private final MqttMeters meters;
    private final Mailbox<Delivery> waiting;
    private final ReentrantLock working = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param account whose rights hold for what comes; null while there is none, and everything waits */
    BrokerInbox(
            Supplier<@Nullable Visit> account,
            Arrivals arrivals,
            BrokerTopics topics,
            MqttMeters meters,
            Executor executor) {
        this.account = account;
        this.arrivals = arrivals;
        this.topics = topics;
        this.meters = meters;
        this.waiting = new Mailbox<>(executor, this::work);
    }

    /** A message, and how often a fault of the program kept it from being kept. */
    private record Pending(Delivery delivery, int faults) {}

    void put(Delivery delivery) {
        if (topics.isOwn(delivery.body())) {
            passOver(delivery, "own");
        } else if (delivery.isRetained()) {
            // it would come again with each connection
            passOver(delivery, "retained");
        } else if (!delivery.isSure() && waiting.size() > MOST_UNSURE_WAITING) {
            passOver(delivery, "full");
        } else {
            waiting.add(delivery);
        }
    }

    /** Takes no more; what is not acknowledged by then comes again with the next connection. */
    void close() {
        closed.countDown();
        waiting.clear();
        try {
            if (working.tryLock(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                working.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(List<Delivery> some) {
        working.lock();
        try {
            for (var begin = 0; begin < some.size(); begin += MOST_AT_ONCE) {
                take(some.subList(begin, Math.min(some.size(), begin + MOST_AT_ONCE)));
            }
        } finally {
            working.unlock();
        }
    }

    private void take(List<Delivery> some) {
        var open = some.stream().map(one -> new Pending(one, 0)).toList();
        for (var tries = 0; !open.isEmpty() && !isClosed(); tries++) {
            if (tries > 0) {
                pause(tries);
            }
            open = attempt(open);
        }
    }

    /** @return what has to be tried again */
    private List<Pending> attempt(List<Pending> open) {
        try {
            var visit = account.get();
            return visit == null ? open : attempt(visit, open);
        } catch (RuntimeException e) {
            LOG.warn("Messages of the MQTT broker wait: {}", Failures.brief(e));
            return open;
        }
    }

    /** Together, unless there was a fault: then one by one, so that the message at fault alone fails again. */
    private List<Pending> attempt(Visit visit, List<Pending> open) {
        var left = new ArrayList<Pending>();
        if (open.stream().allMatch(one -> one.faults() == 0)) {
            take(visit, open, left);
        } else {
            open.forEach(one -> take(visit, List.of(one), left));
        }
        return left;
    }

    private void take(Visit visit, List<Pending> some, List<Pending> left) {
        var outcomes = outcomes(visit, some);
        for (var i = 0; i < some.size(); i++) {
            settle(some.get(i), outcomes.get(i), left);
        }
    }

    private List<Outcome> outcomes(Visit visit, List<Pending> some) {
        try {
            return arrivals.take(visit, some.stream().map(this::publish).toList());
        } catch (RuntimeException e) {
            LOG.warn("Messages of the MQTT broker were not taken: {}", Failures.brief(e));
            return Collections.nCopies(some.size(), Arrivals.isPassing(e) ? Outcome.UNKNOWN : Outcome.FAILED);
        }
    }

    private Letter.Publish publish(Pending pending) {
        var delivery = pending.delivery();
        return new Letter.Publish(0, false, topics.inner(delivery.topic()), delivery.body());
    }

    private void settle(Pending pending, Outcome outcome, List<Pending> left) {
        switch (outcome) {
            case TAKEN, REFUSED -> pending.delivery().acknowledge();
            case UNKNOWN -> left.add(pending);
            case FAILED -> {
                if (pending.faults() + 1 < MOST_FAULTS) {
                    left.add(new Pending(pending.delivery(), pending.faults() + 1));
                } else {
                    LOG.error("A message of the MQTT broker failed {} times and is given up", MOST_FAULTS);
                    passOver(pending.delivery(), "failed");
                }
            }
        }
    }

    private void passOver(Delivery delivery, String reason) {
        meters.passedOver(reason);
        delivery.acknowledge();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause(int tries) {
        try {
            var seconds = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(tries - 1, Long.BYTES));
            if (closed.await(seconds, TimeUnit.SECONDS)) {
                LOG.debug("Messages that wait come again with the next connection");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
