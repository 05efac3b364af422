package org.zhuxi.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Period;

/** The periods that pages show when nobody asked for one. */
@Component
class ReportingPeriods {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    ReportingPeriods(Clock clock) {
        this.clock = clock;
    }

    /** The twelve months up to and including today. */
    Period lastYear() {
        var tomorrow = LocalDate.now(clock.withZone(ZONE)).plusDays(1);
        return new Period(tomorrow.minusYears(1), tomorrow);
    }
}
