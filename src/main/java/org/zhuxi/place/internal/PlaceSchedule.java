package org.zhuxi.place.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** What time does to the tree of places. */
@Configuration(proxyBeanMethods = false)
class PlaceSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringJob movedPlaces(MovedPlaces moved) {
        return RecurringJob.every("place.moved", PAUSE, () -> JobOutcome.of("rows-followed", moved.follow()));
    }
}
