package org.zhuxi.governance.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.governance.BreachNotes;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** What this module does by the clock. */
@Configuration(proxyBeanMethods = false)
class GovernanceSchedule {

    private static final LocalTime NIGHT = LocalTime.of(3, 35);

    @Bean
    RecurringJob governanceCounts(CountingClockwork clockwork) {
        return RecurringJob.every(
                "governance.counts",
                Duration.ofMinutes(10),
                () -> JobOutcome.of("decisions-counted", clockwork.count()));
    }

    @Bean
    RecurringJob governanceBreaches(BreachStore breaches, Clock clock) {
        return RecurringJob.daily("governance.breaches", NIGHT, () -> {
            var before = clock.instant().atZone(ZoneOffset.UTC).minusYears(BreachNotes.YEARS);
            return JobOutcome.of("breach-notes-forgotten", breaches.forget(before.toInstant()));
        });
    }

    @Bean
    RecurringJob governanceRecords(Acts acts) {
        return RecurringJob.every(
                "governance.records", Duration.ofSeconds(30), () -> JobOutcome.of("activities-recorded", acts.file()));
    }
}
