package org.zhuxi.request.internal.help;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** Raises calls for help that nobody acknowledged, every three minutes by one level; forgets who called after thirty days. */
@Component
class HelpClockwork {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final HelpStore store;
    private final DutyBell bell;
    private final Clock clock;

    HelpClockwork(HelpStore store, DutyBell bell, Clock clock) {
        this.store = store;
        this.bell = bell;
        this.clock = clock;
    }

    @Transactional
    public int raise() {
        var now = clock.instant();
        store.forget(now.minus(KEPT));
        var raised = store.raise(now.minus(PATIENCE), now);
        raised.forEach(bell::ring);
        return raised.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringJob requestHelp(HelpClockwork clockwork) {
            return RecurringJob.every("request.help", PAUSE, () -> JobOutcome.of("calls-raised", clockwork.raise()));
        }
    }
}
