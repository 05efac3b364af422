package org.zhuxi.request.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.request.RequestRefused;

/**
 * How often one address may send something without an account; counts in the memory of this instance and keeps no address longer
 * than an hour.
 */
@Component
public class SenderLimits {

    static final int MOST_AN_HOUR = 12;

    private static final Duration SPAN = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 100_000;

    private final Cache<String, Deque<Instant>> sent = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(SPAN)
            .build();
    private final Clock clock;

    SenderLimits(Clock clock) {
        this.clock = clock;
    }

    /** Counts one sending. @throws RequestRefused.TooMany when there were too many in the last hour */
    public void take(Actor actor, String what, String address) {
        if (actor.isSignedIn()) {
            return;
        }
        var moments = sent.get(what + " " + address, any -> new ArrayDeque<>());
        var now = clock.instant();
        synchronized (moments) {
            while (!moments.isEmpty() && moments.getFirst().isBefore(now.minus(SPAN))) {
                moments.removeFirst();
            }
            if (moments.size() >= MOST_AN_HOUR) {
                var wait = Duration.between(now, moments.getFirst().plus(SPAN));
                throw new RequestRefused.TooMany(wait.toMinutes() + 1);
            }
            moments.addLast(now);
        }
    }
}
