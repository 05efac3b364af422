package org.zhuxi.activity.internal;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import org.zhuxi.activity.Outcome;

/** Counts what became of submissions. */
final class RecordingMeters {

    private RecordingMeters() {}

    static void count(Outcome outcome) {
        var status = outcome.status().name().toLowerCase(Locale.ROOT);
        Metrics.counter("zhuxi.activities", "status", status).increment();
    }
}
