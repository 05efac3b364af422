package org.zhuxi.account.internal.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.zhuxi.account.SignInRefused;

/**
 * Counts codes that do not exist by the address that asked for them, in the same way and table as attempts to sign in. A code that exists
 * costs nothing, so a whole estate behind one address may scan its own plates all day.
 */
@Component
class LookupThrottle {

    private final SignInThrottle throttle;
    private final SignInSettings settings;
    private final Clock clock;

    LookupThrottle(SignInThrottle throttle, SignInSettings settings, Clock clock) {
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws SignInRefused.Guessing while an address that asked for too many has to wait */
    void requireMay(String remote) {
        throttle.blockedUntil(subject(remote)).ifPresent(until -> {
            throw new SignInRefused.Guessing(Duration.between(OffsetDateTime.now(clock), until));
        });
    }

    /** The address asked for a code that does not exist. */
    void missed(String remote) {
        try {
            throttle.count(subject(remote), new SignInThrottle.Limit(settings.lookups(), settings.lookupEasing()));
        } catch (SignInRefused.Blocked again) {
            // many came at once, and one of the others has closed the door
        }
    }

    private static String subject(String remote) {
        return "lookup " + SignInThrottle.address(remote);
    }
}
