package org.zhuxi.request.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** What this module does by the clock. */
@Configuration(proxyBeanMethods = false)
class RequestSchedule {

    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringJob requestEscalation(RequestClockwork clockwork) {
        return RecurringJob.every(
                "request.escalation",
                Duration.ofMinutes(30),
                () -> JobOutcome.of("requests-overdue", clockwork.escalate()));
    }

    @Bean
    RecurringJob requestForgetting(RequestClockwork clockwork) {
        return RecurringJob.daily(
                "request.forgetting", NIGHT, () -> JobOutcome.of("phones-forgotten", clockwork.forget()));
    }

    @Bean
    RecurringJob requestRecords(Acts acts) {
        return RecurringJob.every(
                "request.records", Duration.ofSeconds(30), () -> JobOutcome.of("activities-recorded", acts.file()));
    }
}
