package org.zhuxi.kernel;

import java.time.LocalDate;

/** Days from {@code from} (included) to {@code to} (excluded), in the zone of the place concerned. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " to " + to);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
