package org.zhuxi.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What became of it: how residents find it, and what changed.
 *
 * @param satisfied persons; those asked are the sum of the three
 * @param words what changed, in words
 * @param indicator code of the indicator that tells it, or null
 * @param before period before the works, such as 2024; null without an indicator
 * @param after period after the works
 */
public record Evaluation(
        LocalDate heldOn,
        int satisfied,
        int neutral,
        int dissatisfied,
        Names words,
        @Nullable String indicator,
        @Nullable String before,
        @Nullable String after) {

    /** Fewer answers than this say something about single persons and are not published. */
    public static final int LEAST_ASKED = 5;

    public int asked() {
        return Math.addExact(satisfied, Math.addExact(neutral, dissatisfied));
    }

    /** Whether the counts may be shown to everybody. */
    public boolean isPublic() {
        return asked() >= LEAST_ASKED;
    }
}
