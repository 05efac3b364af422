package org.zhuxi.waste.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of ringing at a door. Nobody met: nothing explained, given or seen.
 *
 * @param id made by the client, so that sending it again counts once
 * @param round or null for a visit outside any round
 * @param mayReturn whether the household is content with another visit
 * @param followUpOn day to come again, or null; nobody comes again who may not
 * @param question what the household asked; for the team only
 * @param note for the team only
 */
public record NewVisit(
        UUID id,
        UUID household,
        @Nullable UUID round,
        Instant at,
        Outcome outcome,
        Set<Topic> explained,
        boolean leaflet,
        boolean kit,
        @Nullable SortingSeen sorting,
        boolean mayReturn,
        @Nullable LocalDate followUpOn,
        String question,
        String note) {

    public NewVisit {
        var isMet = outcome == Outcome.MET;
        explained = isMet ? Set.copyOf(explained) : Set.of();
        leaflet = isMet && leaflet;
        kit = isMet && kit;
        sorting = isMet ? sorting : null;
        followUpOn = mayReturn ? followUpOn : null;
    }
}
