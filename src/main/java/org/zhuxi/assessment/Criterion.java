package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * One thing a standard asks of a community.
 *
 * @param area code of the area it stands under
 * @param ordinal its number within the standard, from 1
 * @param text what the standard says
 * @param maxPoints at most so many points, two decimals; 0 for gates, vetoes and criteria that are met or not
 * @param floor never fewer points than this
 * @param cap never more points than this, or null; for bonuses that are limited
 * @param levels codes of the levels that ask for it; empty unless the role is {@link Role#LEVEL_MATRIX}
 * @param onNotApplicable what happens where it is not asked
 * @param lookBackMonths how far back it looks, or null for the cycle's own time
 * @param recheckEveryMonths how often it is looked at again after a title, or null for never
 * @param covers codes of the national criteria it stands for
 * @param indicator code of the indicator that says the same and opens, or null
 * @param proposed whether the check is our proposal because the text says nothing about it
 */
public record Criterion(
        String code,
        String area,
        int ordinal,
        Names names,
        Names text,
        Role role,
        BigDecimal maxPoints,
        BigDecimal floor,
        @Nullable BigDecimal cap,
        Set<String> levels,
        Check check,
        PointRule points,
        Applicability applicability,
        OnNotApplicable onNotApplicable,
        List<EvidenceRule> evidence,
        @Nullable Integer lookBackMonths,
        VerifiedBy verifiedBy,
        @Nullable Integer recheckEveryMonths,
        List<String> covers,
        Supply supply,
        @Nullable String indicator,
        boolean proposed) {

    /** Fills in what a file may leave out. */
    public Criterion {
        text = Objects.requireNonNullElse(text, names);
        maxPoints = Objects.requireNonNullElse(maxPoints, BigDecimal.ZERO);
        floor = Objects.requireNonNullElse(floor, BigDecimal.ZERO);
        levels = levels == null ? Set.of() : Set.copyOf(levels);
        points = Objects.requireNonNullElseGet(points, PointRule.AllOrNothing::new);
        applicability = Objects.requireNonNullElseGet(applicability, Applicability.Always::new);
        onNotApplicable = Objects.requireNonNullElse(onNotApplicable, OnNotApplicable.COUNT_AS_MET);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        verifiedBy = Objects.requireNonNullElse(verifiedBy, VerifiedBy.BOTH);
        covers = covers == null ? List.of() : List.copyOf(covers);
    }

    /** What a criterion does to the decision. */
    public enum Role {
        /** Has to be met before anything else counts (基本条件). */
        GATE,
        /** What it describes must not be violated; a violation fails the whole, whatever the score (否决项). */
        VETO,
        /** Brings points (评分项). */
        SCORED,
        /** Its points are there and are taken away, until none is left (扣分项). */
        DEDUCTION,
        /** Brings points on top of the score (加分项). */
        BONUS,
        /** Asked for from some level on (分级要求). */
        LEVEL_MATRIX,
        /** Has to be met like all its fellows (必须全部达到). */
        REQUIRED
    }

    /** What becomes of a criterion that does not apply. */
    public enum OnNotApplicable {
        /** As if met, with all its points. */
        COUNT_AS_MET,
        /** Its points leave the sum and the score is scaled to 100 again. */
        EXCLUDE_AND_RESCALE,
        /** All its points are given. */
        AWARD_FULL
    }

    /** Where it is looked at. */
    public enum VerifiedBy {
        DESK,
        SITE,
        BOTH
    }

    /**
     * Who can supply what is needed, and the quickest way there.
     *
     * @param roles who, in the community
     * @param names the way in words
     * @param path the page where it is done
     */
    public record Supply(Set<org.zhuxi.kernel.Role> roles, Names names, String path) {

        public Supply {
            roles = Set.copyOf(roles);
        }
    }

    /** The threshold of its check, or null when that has none or several. */
    public @Nullable Threshold threshold() {
        return check instanceof Check.Measure measure ? measure.threshold() : null;
    }

    /** Whether its points are part of the sum that is scaled to 100. */
    public boolean isCounted() {
        return role == Role.SCORED || role == Role.DEDUCTION;
    }
}
