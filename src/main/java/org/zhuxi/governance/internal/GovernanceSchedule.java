package org.zhuxi.governance.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.RecurringJob;

/** What this module does by the clock. */
@Configuration(proxyBeanMethods = false)
class GovernanceSchedule {

    @Bean
    RecurringJob governanceCounts(CountingClockwork clockwork) {
        return RecurringJob.every("governance.counts", Duration.ofMinutes(10), () -> clockwork.count() + " counted");
    }

    @Bean
    RecurringJob governanceRecords(Acts acts) {
        return RecurringJob.every("governance.records", Duration.ofSeconds(30), () -> acts.file() + " recorded");
    }
}
