package org.zhuxi.sensing.internal.tap;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** Looks at new readings every half minute. */
@Configuration(proxyBeanMethods = false)
class TapSchedule {

    @Bean
    RecurringJob sensingTaps(TapFlow flow) {
        return RecurringJob.every(
                "sensing.taps", Duration.ofSeconds(30), () -> JobOutcome.of("activities-from-readings", flow.flow()));
    }
}
