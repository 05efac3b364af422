package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.zhuxi.account.internal.identity.IdentityStore;
import org.zhuxi.account.internal.session.RememberedStore;
import org.zhuxi.account.internal.throttle.SignInThrottle;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** Forgets, once an hour, what can be of use to nobody any more. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    RecurringJob forgetting(
            JdbcIndexedSessionRepository sessions,
            RememberedStore remembered,
            ResetStore resets,
            IdentityStore identities,
            SignInThrottle throttle,
            Clock clock) {
        return RecurringJob.every("account.forget", PAUSE, () -> {
            var now = OffsetDateTime.now(clock);
            sessions.cleanUpExpiredSessions();
            var forgotten = remembered.purge(now) + resets.purge(now) + identities.purge(now) + throttle.purge();
            return JobOutcome.of("sign-in-traces-forgotten", forgotten);
        });
    }
}
