package org.zhuxi.activity.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Outcome;

/** Counts what became of submissions. */
@Component
class RecordingMeters {

    private final MeterRegistry meters;

    RecordingMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Outcome outcome) {
        var status = outcome.status().name().toLowerCase(Locale.ROOT);
        meters.counter("zhuxi.activities", "status", status).increment();
    }
}
