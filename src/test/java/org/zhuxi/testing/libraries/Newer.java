package org.zhuxi.testing.libraries;

import java.time.LocalDate;

/**
 * That there are newer releases than the one in use.
 *
 * @param newest the newest of them
 * @param since the day (UTC) the first of them came out
 * @param exact whether that is the day; else it came out then or before
 */
record Newer(String newest, LocalDate since, boolean exact) {

    /** The same, when an earlier look already knew a day by which there was one. */
    Newer knownBy(LocalDate day) {
        return !exact && day.isBefore(since) ? new Newer(newest, day, false) : this;
    }
}
