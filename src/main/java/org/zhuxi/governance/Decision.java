package org.zhuxi.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.internal.owners.OwnersMatter;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A question that people decide.
 *
 * @param matter number of the matter in Civil Code article 278; null unless owners decide
 * @param mostChoices how many options one ballot may name
 * @param voting how a budget is voted on; null otherwise
 * @param budgetYuan money to be given out; null unless it is about a budget
 * @param points points to share out or highest score; null where there are none
 * @param isRecognised whether the jurisdiction recognises this system as the channel; otherwise it is advisory
 */
public record Decision(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        DecisionKind kind,
        @Nullable Integer matter,
        String title,
        String words,
        @Nullable UUID idea,
        int mostChoices,
        @Nullable Voting voting,
        @Nullable Long budgetYuan,
        @Nullable Integer points,
        boolean isRecognised,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant announcedAt,
        @Nullable Instant countedAt,
        @Nullable Instant annulledAt,
        @Nullable String annulledReason,
        UUID preparedBy,
        Origin origin,
        List<Option> options)
        implements Placed {

    public DecisionPhase phase(Instant now) {
        if (annulledAt != null) {
            return DecisionPhase.ANNULLED;
        }
        if (countedAt != null) {
            return DecisionPhase.COUNTED;
        }
        if (announcedAt == null) {
            return DecisionPhase.DRAFT;
        }
        if (now.isBefore(opensAt)) {
            return DecisionPhase.ANNOUNCED;
        }
        return now.isBefore(closesAt) ? DecisionPhase.OPEN : DecisionPhase.CLOSED;
    }

    /** Whether owners decide on a special matter (Civil Code, article 278). */
    boolean isSpecial() {
        return matter != null
                && OwnersMatter.ofNumber(matter).map(OwnersMatter::isSpecial).orElse(false);
    }
}
