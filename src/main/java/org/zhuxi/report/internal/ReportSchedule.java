package org.zhuxi.report.internal;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;
import org.zhuxi.report.Expectations;

/** What the office does by the clock. */
@Configuration(proxyBeanMethods = false)
class ReportSchedule {

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    @Bean
    RecurringJob reportReminders(Expectations expectations) {
        return RecurringJob.daily(
                "report.reminders", MORNING, () -> JobOutcome.of("deadlines-reminded", expectations.remind()));
    }
}
