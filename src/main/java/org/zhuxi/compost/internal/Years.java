package org.zhuxi.compost.internal;

import java.time.Clock;
import java.time.Year;

/** A year in an address. */
final class Years {

    private Years() {}

    /** The year that is typed; this one when it is none. */
    static int of(String typed, Clock clock) {
        return typed.matches("20[0-9]{2}")
                ? Integer.parseInt(typed)
                : Year.now(clock.withZone(EntryChecks.ZONE)).getValue();
    }
}
