package org.zhuxi.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody can decide alone. Of minors only the year of birth is known, so that a band holds through the whole year
 * of the birthday that ends it: nobody is taken for older than he surely is.
 */
public enum AgeBand {
    /** A guardian agrees for the child (Personal Information Protection Law, Art. 31). */
    UNDER_14,
    /** Agrees alone; a guardian still sees and helps (Civil Code, Art. 19). */
    FROM_14_TO_17,
    ADULT;

    public static final int OWN_CONSENT = 14;
    public static final int FULL_AGE = 18;

    /** @param birthYear null for an adult, of whom it is not kept */
    public static AgeBand of(@Nullable Integer birthYear, LocalDate today) {
        if (birthYear == null) {
            return ADULT;
        }
        var surely = today.getYear() - birthYear - 1;
        if (surely >= FULL_AGE) {
            return ADULT;
        }
        return surely >= OWN_CONSENT ? FROM_14_TO_17 : UNDER_14;
    }

    public boolean isMinor() {
        return this != ADULT;
    }
}
