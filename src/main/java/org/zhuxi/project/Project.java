package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A work that improves a place.
 *
 * @param community number of its community; 0 for a project above communities, such as of a county
 * @param place code of the place
 * @param type code of a {@link ProjectType}
 * @param problem what was wrong
 * @param oldEstate whether it is part of an old-estate renovation (老旧小区改造)
 * @param suspendedFrom the stage in which it was suspended, or null
 * @param doneQuantity extent that was accepted, in the unit of its type; null when not given
 * @param runBy who began the works and so cannot accept them
 * @param source document from which it was taken over; empty when recorded here
 */
public record Project(
        int community,
        UUID id,
        String place,
        PlacePath path,
        String type,
        Names title,
        Names problem,
        boolean oldEstate,
        ProjectStage stage,
        @Nullable ProjectStage suspendedFrom,
        ProjectPlan plan,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable BigDecimal doneQuantity,
        @Nullable UUID runBy,
        String source,
        UUID proposedBy,
        Instant proposedAt,
        Origin origin) {

    /** By how many days it is or was late; 0 when it is not, or nothing was planned. */
    public long delayDays(LocalDate today) {
        var end = plan.end();
        if (end == null || stage == ProjectStage.REJECTED || stage == ProjectStage.CANCELLED) {
            return 0;
        }
        var until = acceptedOn == null ? today : acceptedOn;
        return Math.max(0, ChronoUnit.DAYS.between(end, until));
    }

    /** The stage it has come to; while it is suspended, the one it was suspended in. */
    public ProjectStage reached() {
        return suspendedFrom == null ? stage : suspendedFrom;
    }

    /** Whether going there is for those who may approve: deciding, and giving up what was approved, also from a pause. */
    public boolean needsApproval(ProjectStage to) {
        return to == ProjectStage.APPROVED
                || to == ProjectStage.REJECTED
                || to == ProjectStage.CANCELLED && reached().hasBudget();
    }

    /** The last day of the warranty, or null. */
    public @Nullable LocalDate warrantyUntil() {
        return acceptedOn == null || plan.warrantyMonths() == 0 ? null : acceptedOn.plusMonths(plan.warrantyMonths());
    }
}
