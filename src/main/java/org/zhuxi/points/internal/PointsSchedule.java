package org.zhuxi.points.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

@Configuration(proxyBeanMethods = false)
class PointsSchedule {

    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 20);

    private static final LocalTime AFTER_EXPIRY = LocalTime.of(0, 40);

    @Bean
    RecurringJob pointsStatement(LoggedStatements statements) {
        return RecurringJob.daily(
                "points.statement", AFTER_EXPIRY, () -> JobOutcome.of("statements-made", statements.makeYesterday()));
    }

    @Bean
    RecurringJob pointsExpiry(ExpirySweep sweep) {
        return RecurringJob.daily(
                "points.expiry", AFTER_MIDNIGHT, () -> JobOutcome.of("points-expired", sweep.sweep()));
    }

    @Bean
    RecurringJob pointsQuarantine(QuarantineWork work) {
        return RecurringJob.every(
                QuarantineWork.JOB, Duration.ofMinutes(1), () -> JobOutcome.of("records-quarantined", work.run()));
    }

    @Bean
    RecurringJob pointsHolds(HoldExpiry expiry) {
        return RecurringJob.every(
                "points.holds", Duration.ofMinutes(5), () -> JobOutcome.of("holds-voided", expiry.sweep()));
    }
}
