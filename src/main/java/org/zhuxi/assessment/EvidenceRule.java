package org.zhuxi.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What has to prove a criterion.
 *
 * @param kind one of {@link EvidenceKind}
 * @param min how many
 * @param maxAgeDays how old it may be on the day of scoring, or null when age does not matter
 * @param mustBeGeoInside whether it has to be taken within the community
 * @param mustShowDate whether the day has to be seen on it
 */
public record EvidenceRule(
        EvidenceKind kind, int min, @Nullable Integer maxAgeDays, boolean mustBeGeoInside, boolean mustShowDate) {}
