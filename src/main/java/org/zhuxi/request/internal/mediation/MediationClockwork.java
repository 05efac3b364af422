package org.zhuxi.request.internal.mediation;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;
import org.zhuxi.request.internal.RequestGate;

/** Forgets telephones of parties ninety days after the end of a mediation, names and words after three years. */
@Component
class MediationClockwork {

    private static final LocalTime NIGHT = LocalTime.of(3, 25);
    private static final int PHONE_DAYS = 90;
    private static final int WORDS_YEARS = 3;

    private final MediationFileStore files;
    private final RequestGate gate;

    MediationClockwork(MediationFileStore files, RequestGate gate) {
        this.files = files;
        this.gate = gate;
    }

    /** @return how many telephones and names */
    @Transactional
    public int forget() {
        var today = gate.today();
        return files.forgetPhones(today.minusDays(PHONE_DAYS)) + files.forgetWords(today.minusYears(WORDS_YEARS));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringJob mediationForgetting(MediationClockwork clockwork) {
            return RecurringJob.daily(
                    "request.mediation", NIGHT, () -> JobOutcome.of("parties-forgotten", clockwork.forget()));
        }
    }
}
