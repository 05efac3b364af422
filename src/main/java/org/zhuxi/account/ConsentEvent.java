package org.zhuxi.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Consent given or taken back; never changed.
 *
 * @param person the account, or the household member without one
 * @param version of the purpose's text
 * @param given false when it was taken back
 * @param givenBy the account that said so
 * @param note where the paper lies, or empty
 */
public record ConsentEvent(
        UUID person,
        UUID id,
        String purpose,
        int version,
        boolean given,
        UUID givenBy,
        Way way,
        String note,
        Instant at) {

    /** How somebody said so. */
    public enum Way {
        SELF,
        GUARDIAN,
        /** On paper, noted by a clerk with the person present. */
        PAPER
    }
}
