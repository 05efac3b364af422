package org.zhuxi.sensing.internal.alarm;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** Looks at new readings every half minute. */
@Configuration(proxyBeanMethods = false)
class AlarmSchedule {

    @Bean
    RecurringJob sensingAlarms(AlarmWatch watch) {
        return RecurringJob.every(
                "sensing.alarms", Duration.ofSeconds(30), () -> JobOutcome.of("alarms-handed-up", watch.look()));
    }
}
