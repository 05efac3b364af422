package org.zhuxi.sensing.internal.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.zhuxi.platform.throttle.Allowance;

/**
 * Holds up messages of an account that sends more than its share, on all its connections to this program together. While they wait nothing
 * is acknowledged, and soon nothing more is read, so that the client slows down.
 */
final class Pace {

    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_AT_ONCE = 500;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final MqttMeters meters;
    private final int perSecond;
    private final int burst;
    private final Cache<String, Allowance> allowances;

    Pace(MqttSettings settings, MqttMeters meters) {
        this.meters = meters;
        this.perSecond = settings.messagesPerSecond();
        this.burst = Math.max(1, settings.burst());
        this.allowances = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                // when the allowance is whole again, nothing is lost by forgetting it
                .expireAfterAccess(Duration.ofMinutes(2 + burst / (60L * Math.max(1, perSecond))))
                .build();
    }

    /** How many messages to take together, so that none waits for a share that comes after its own. */
    int mostAtOnce() {
        return perSecond <= 0 ? MOST_AT_ONCE : Math.min(MOST_AT_ONCE, burst);
    }

    /**
     * Waits until so many messages are due.
     *
     * @param isThere whether somebody still waits for the answer
     * @return whether they are to be taken; false when the client went while they waited, and has no acknowledgement
     */
    boolean await(String owner, int messages, BooleanSupplier isThere) {
        if (perSecond <= 0) {
            return true;
        }
        var now = System.nanoTime();
        var wait = allowances
                .get(owner, any -> Allowance.perSecond(perSecond, burst, now))
                .spend(messages, now);
        if (wait == 0) {
            return true;
        }
        meters.slowed(messages);
        return sleep(now + wait, isThere);
    }

    private static boolean sleep(long until, BooleanSupplier isThere) {
        try {
            for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, STEP_NANOS));
                if (!isThere.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
