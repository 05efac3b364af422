package org.zhuxi.waste;

import java.time.LocalDate;

/** A day on which a station stays closed whatever its timetable says, and why. */
public record Closure(LocalDate day, String reason) {

    /** Longest reason, in characters. */
    public static final int REASON_LENGTH = 200;
}
