package org.zhuxi.notice.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.RecurringJob;

@Configuration(proxyBeanMethods = false)
class NoticeSchedule {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(3, 10);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringJob noticeExpiry(Clockwork clockwork) {
        return RecurringJob.daily("notice.expiry", MORNING, () -> clockwork.tellOfExpiry() + " people told");
    }

    @Bean
    RecurringJob noticeDropTimes(Clockwork clockwork) {
        return RecurringJob.every("notice.drop-times", PAUSE, () -> clockwork.tellOfDropTimes() + " people told");
    }

    @Bean
    RecurringJob noticeWebhooks(Robots robots) {
        return RecurringJob.every("notice.webhooks", Duration.ofMinutes(1), robots::sendDue);
    }

    @Bean
    RecurringJob noticeTidy(Tidying tidying) {
        return RecurringJob.daily("notice.tidy", NIGHT, tidying::tidy);
    }

    @Bean
    RecurringJob noticePush(Ringing ringing) {
        return RecurringJob.every("notice.push", Duration.ofSeconds(20), ringing::ringDue);
    }
}
