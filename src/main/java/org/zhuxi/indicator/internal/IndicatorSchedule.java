package org.zhuxi.indicator.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** What the indicators do by the clock. */
@Configuration(proxyBeanMethods = false)
class IndicatorSchedule {

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    @Bean
    RecurringJob indicatorRollup(Rollups rollups) {
        return RecurringJob.every("indicator.rollup", PAUSE, () -> {
            var reckoned = 0;
            for (var batch = rollups.refresh(); batch > 0; batch = rollups.refresh()) {
                reckoned += batch;
            }
            return JobOutcome.of("sums-reckoned", reckoned);
        });
    }

    @Bean
    RecurringJob indicatorCheck(Rollups rollups) {
        return RecurringJob.daily("indicator.check", NIGHT, () -> {
            var differences = rollups.differences();
            if (differences > 0) {
                rollups.recompute();
            }
            return JobOutcome.of("sums-differing", differences);
        });
    }

    @Bean
    RecurringJob indicatorFigures(PublishedFigures figures) {
        return RecurringJob.every("indicator.figures", AN_HOUR, () -> JobOutcome.of("figures-untrue", figures.check()));
    }

    @Bean
    RecurringJob indicatorRecompute(Rollups rollups) {
        return RecurringJob.onDemand("indicator.recompute", () -> JobOutcome.of("values-counted", rollups.recompute()));
    }
}
