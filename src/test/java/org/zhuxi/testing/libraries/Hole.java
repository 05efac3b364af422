package org.zhuxi.testing.libraries;

import java.time.LocalDate;

/**
 * A known hole of something the program is made of.
 *
 * @param purl what has it, as a package URL with its version
 * @param id its name at osv.dev
 * @param published the day (UTC) it was made known
 */
record Hole(String purl, String id, LocalDate published) {

    /** Days from its being published, as SECURITY.md says. */
    static final int DAYS = 7;

    /** The same for one that cannot be used against this program. */
    static final int DAYS_UNUSABLE = 30;

    /** The last day on which it has to be mended. */
    LocalDate mendBy(Judgements judgements) {
        return published.plusDays(judgements.unusable(id).isPresent() ? DAYS_UNUSABLE : DAYS);
    }

    boolean isLate(Judgements judgements, LocalDate today) {
        return today.isAfter(mendBy(judgements));
    }
}
