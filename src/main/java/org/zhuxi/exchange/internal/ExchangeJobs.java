package org.zhuxi.exchange.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.JobOutcome;
import org.zhuxi.platform.job.RecurringJob;

@Configuration(proxyBeanMethods = false)
class ExchangeJobs {

    /** Uploads begin at once where they arrive; this finds those whose program was killed. */
    @Bean
    RecurringJob abandonedImports(ImportWorker worker) {
        return RecurringJob.every(
                "exchange.imports", Duration.ofMinutes(1), () -> JobOutcome.of("imports-resumed", worker.resume()));
    }
}
