package org.zhuxi.sensing.internal.rollup;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.RecurringJob;

/** Rolls up every minute, until nothing waits. */
@Configuration(proxyBeanMethods = false)
class RollupSchedule {

    @Bean
    RecurringJob sensingHours(Hours hours) {
        return RecurringJob.every("sensing.hours", Duration.ofMinutes(1), () -> rolled(hours) + " streams");
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
