package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.account.Erasures;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

/** What time does to people's data: erasures fall due, children grow up, invitations end. */
@Configuration(proxyBeanMethods = false)
class PeopleSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 40);

    @Bean
    RecurringJob dueErasures(Erasures erasures) {
        return RecurringJob.every(
                "account.erasures", PAUSE, () -> JobOutcome.of("accounts-erased", erasures.eraseDue()));
    }

    @Bean
    RecurringJob grownUp(MemberStore members, Actors actors) {
        return RecurringJob.daily(
                "account.grown-up",
                AFTER_MIDNIGHT,
                () -> JobOutcome.of("people-of-age", members.forgetGrownUp(actors.today())));
    }

    @Bean
    RecurringJob endedInvitations(InvitationStore invitations, Clock clock) {
        return RecurringJob.daily(
                "account.invitations",
                AFTER_MIDNIGHT,
                () -> JobOutcome.of("invitations-deleted", invitations.deleteOlderThan(OffsetDateTime.now(clock))));
    }
}
