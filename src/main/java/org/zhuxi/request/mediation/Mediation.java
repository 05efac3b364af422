package org.zhuxi.request.mediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A dispute among neighbours that is mediated; for the mediators of its place alone.
 *
 * @param place code of the community or building; never of a dwelling
 * @param request the request it came from, or null
 * @param facts what it is about, as the parties say; empty once forgotten
 * @param due last day, a month after it was accepted and a second one when both sides agreed; null before
 * @param form how they agreed, null before there is a draft
 * @param terms what they agreed on
 * @param performOn last day on which it has to be kept
 * @param concludedOn day on which it was signed, or given up
 * @param endedOn since when nothing more is to be done here
 */
public record Mediation(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        Dispute dispute,
        Way way,
        @Nullable UUID request,
        String facts,
        MediationState state,
        LocalDate appliedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate due,
        boolean extended,
        @Nullable Form form,
        String terms,
        @Nullable LocalDate performOn,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate endedOn,
        Origin origin) {

    /** Longest texts, in characters. */
    public static final int WORDS = 4_000;

    /** How it came to the mediators. */
    public enum Way {
        /** A party asked for it. */
        APPLIED,
        /** An office or a request sent it. */
        REFERRED,
        /** The mediators offered it. */
        PROACTIVE
    }

    /** How an agreement is made. */
    public enum Form {
        /** On paper, signed by all. */
        WRITTEN,
        /** By word, noted by the mediator. */
        ORAL
    }

    /** Whether the month has passed without an end. */
    public boolean isLate(LocalDate today) {
        return state == MediationState.MEDIATING && due != null && today.isAfter(due);
    }

    /** Whether somebody has to ask whether the agreement was kept. */
    public boolean isToBeFollowed(LocalDate today) {
        return state == MediationState.AGREED && performOn != null && !today.isBefore(performOn);
    }
}
