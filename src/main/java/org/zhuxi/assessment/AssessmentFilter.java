package org.zhuxi.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * Which assessments to list.
 *
 * @param at at or below this place
 * @param cycle null for all
 * @param state null for all
 * @param words part of the community's name or code; empty for all
 * @param publicOnly whether only what everybody may see
 */
public record AssessmentFilter(
        PlacePath at, @Nullable UUID cycle, @Nullable AssessmentState state, String words, boolean publicOnly) {

    /** Everything at or below a place. */
    public static AssessmentFilter at(PlacePath at) {
        return new AssessmentFilter(at, null, null, "", false);
    }
}
