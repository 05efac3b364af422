package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.account.Erasures;
import org.zhuxi.platform.job.RecurringJob;

/** What time does to people's data: erasures fall due, children grow up, invitations end. */
@Configuration(proxyBeanMethods = false)
class PeopleSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 40);

    @Bean
    RecurringJob dueErasures(Erasures erasures) {
        return RecurringJob.every("account.erasures", PAUSE, () -> erasures.eraseDue() + " erased");
    }

    @Bean
    RecurringJob grownUp(MemberStore members, Actors actors) {
        return RecurringJob.daily(
                "account.grown-up", AFTER_MIDNIGHT, () -> members.forgetGrownUp(actors.today()) + " of age");
    }

    @Bean
    RecurringJob endedInvitations(InvitationStore invitations, Clock clock) {
        return RecurringJob.daily(
                "account.invitations",
                AFTER_MIDNIGHT,
                () -> invitations.deleteOlderThan(OffsetDateTime.now(clock)) + " ended");
    }
}
