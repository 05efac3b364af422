package org.zhuxi.platform.backup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.job.RecurringJob;

@Configuration(proxyBeanMethods = false)
class BackupSchedule {

    @Bean
    RecurringJob backup(Backups backups, BackupSettings settings) {
        var every = settings.every();
        return every == null
                ? RecurringJob.onDemand("platform.backup", backups::make)
                : RecurringJob.every("platform.backup", every, backups::make);
    }
}
