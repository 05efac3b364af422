package org.zhuxi.request.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done in a mediation.
 *
 * @param to the state it brought, or null
 * @param words minutes, reason or finding; empty once forgotten
 * @param day of the session, the signing or the visit
 */
public record MediationStep(
        UUID id, Kind kind, @Nullable MediationState to, String words, LocalDate day, UUID by, Instant at) {

    /** What was done. */
    public enum Kind {
        OPENED,
        MOVED,
        SESSION,
        DRAFTED,
        EXTENDED,
        SIGNED,
        FOLLOWED_UP;

        /** Key of its name. */
        public String label() {
            return "mediation.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
