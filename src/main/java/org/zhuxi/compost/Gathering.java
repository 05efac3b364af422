package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * People came together at a site; how many and for how long, never who.
 *
 * @param people how many came
 * @param hours how long it lasted
 * @param link address of the course in a training; empty for none
 * @param takenBack why it does not count any more; null while it does
 */
public record Gathering(
        UUID id,
        Kind kind,
        int people,
        BigDecimal hours,
        String words,
        String link,
        LocalDate day,
        Origin origin,
        @Nullable String takenBack) {

    /** What they came for. */
    public enum Kind {
        LESSON,
        /** Of composters; what they learnt and who holds a certificate stands where the link leads. */
        TRAINING,
        /** Turning, sieving and carrying together. */
        WORKDAY,
        VISIT;

        /** Key of its name in the messages. */
        public String label() {
            return "compost.gathering." + name();
        }
    }

    /**
     * Those of a year added up.
     *
     * @param people who came, each as often as they came
     * @param personHours people times hours
     */
    public record Sum(long lessons, long trainings, long workdays, long visits, long people, BigDecimal personHours) {

        public boolean isEmpty() {
            return people == 0;
        }
    }
}
