package org.zhuxi.assessment.internal.cycle;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** Forgets who raised an objection one year after its answer; reason and answer stay public. */
@Component
class ObjectionClockwork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime NIGHT = LocalTime.of(3, 30);
    private static final int YEARS = 1;

    private final ObjectionStore objections;
    private final Clock clock;

    ObjectionClockwork(ObjectionStore objections, Clock clock) {
        this.objections = objections;
        this.clock = clock;
    }

    /** @return how many people */
    @Transactional
    public int forget() {
        return objections.forgetObjectors(
                ZonedDateTime.now(clock.withZone(ZONE)).minusYears(YEARS).toInstant());
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringJob objectorForgetting(ObjectionClockwork clockwork) {
            return RecurringJob.daily(
                    "assessment.objectors", NIGHT, () -> JobOutcome.of("objectors-forgotten", clockwork.forget()));
        }
    }
}
