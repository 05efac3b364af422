package org.zhuxi.platform.backup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Back-ups the program makes by itself.
 *
 * @param every from the end of one to the beginning of the next, such as {@code 24h}; none are made when it is missing
 * @param keep how many stay in the data folder
 */
@ConfigurationProperties("zhuxi.backup")
public record BackupSettings(
        @Nullable Duration every, @DefaultValue("7") int keep) {

    public BackupSettings {
        if (keep < 1) {
            throw new IllegalArgumentException("zhuxi.backup.keep is 1 at least");
        }
    }
}
