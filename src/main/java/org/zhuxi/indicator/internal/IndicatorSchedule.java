package org.zhuxi.indicator.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Rollups;
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
            return reckoned + " reckoned again";
        });
    }

    @Bean
    RecurringJob indicatorCheck(Rollups rollups) {
        return RecurringJob.daily("indicator.check", NIGHT, () -> {
            var differences = rollups.differences();
            if (differences > 0) {
                rollups.recompute();
            }
            return differences + " differences";
        });
    }

    @Bean
    RecurringJob indicatorFigures(PublishedFigures figures) {
        return RecurringJob.every("indicator.figures", AN_HOUR, () -> figures.check() + " no longer true");
    }

    @Bean
    RecurringJob indicatorRecompute(Rollups rollups) {
        return RecurringJob.onDemand("indicator.recompute", () -> {
            rollups.recompute();
            return "all sums counted again";
        });
    }
}
