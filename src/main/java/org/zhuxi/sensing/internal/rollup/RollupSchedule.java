package org.zhuxi.sensing.internal.rollup;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;
import org.zhuxi.sensing.internal.retention.Dropping;

/** Rolls up every minute, until nothing waits, and then drops what rules let go; never both at once. */
@Configuration(proxyBeanMethods = false)
class RollupSchedule {

    @Bean
    RecurringJob sensingHours(Hours hours, Dropping dropping) {
        return RecurringJob.every(
                "sensing.hours",
                Duration.ofMinutes(1),
                () -> JobOutcome.of("streams-rolled-up", rolled(hours)).and("readings-dropped", dropping.drop()));
    }

    private static int rolled(Hours hours) {
        var all = 0;
        var some = hours.roll();
        while (some > 0) {
            all += some;
            some = hours.roll();
        }
        return all;
    }
}
