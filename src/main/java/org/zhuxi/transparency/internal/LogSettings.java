package org.zhuxi.transparency.internal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is kept.
 *
 * @param origin its name for ever, best the public address without scheme, such as {@code zhuxi.example/log}; made up at
 *     the first start when it is missing
 * @param every how long the sequencer rests between two rounds
 * @param publishEvery how often a checkpoint is shown to witnesses, when there are any
 * @param witnesses who co-sign
 */
@ConfigurationProperties("zhuxi.log")
public record LogSettings(
        @Nullable String origin,
        @DefaultValue("1s") Duration every,
        @DefaultValue("5s") Duration publishEvery,
        @DefaultValue List<Witness> witnesses) {

    public LogSettings {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Somebody else who remembers the log.
     *
     * @param url its submission prefix; {@code /add-checkpoint} follows
     * @param key its verifier key
     */
    public record Witness(String url, String key) {}
}
