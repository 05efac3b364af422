package org.zhuxi.notice.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

@Configuration(proxyBeanMethods = false)
class NoticeSchedule {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(3, 10);
    private static final LocalTime LATER_THAT_NIGHT = LocalTime.of(3, 20);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringJob noticeExpiry(Clockwork clockwork) {
        return RecurringJob.daily(
                "notice.expiry", MORNING, () -> JobOutcome.of("people-told", clockwork.tellOfExpiry()));
    }

    @Bean
    RecurringJob noticeDropTimes(Clockwork clockwork) {
        return RecurringJob.every(
                "notice.drop-times", PAUSE, () -> JobOutcome.of("people-told", clockwork.tellOfDropTimes()));
    }

    @Bean
    RecurringJob noticeFirstDays(FirstDays firstDays) {
        return RecurringJob.every(
                "notice.first-days", Duration.ofMinutes(1), () -> JobOutcome.of("notices-told", firstDays.tellDue()));
    }

    @Bean
    RecurringJob noticeWebhooks(Robots robots) {
        return RecurringJob.every("notice.webhooks", Duration.ofMinutes(1), robots::sendDue);
    }

    @Bean
    RecurringJob noticeTidy(Tidying tidying) {
        return RecurringJob.daily("notice.tidy", NIGHT, () -> JobOutcome.of("notifications-removed", tidying.tidy()));
    }

    @Bean
    RecurringJob noticeKeys(KeyRenewal renewal) {
        return RecurringJob.daily("notice.keys", LATER_THAT_NIGHT, renewal::renewDue);
    }

    @Bean
    RecurringJob noticePush(Ringing ringing) {
        return RecurringJob.every(
                "notice.push", Duration.ofSeconds(20), () -> JobOutcome.of("reminders-sent", ringing.ringDue()));
    }
}
