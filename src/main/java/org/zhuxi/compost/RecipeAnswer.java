package org.zhuxi.compost;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.compost.process.Recipe;

/**
 * How to mix, in buckets.
 *
 * @param lines what there is and what to add
 * @param waterLitres how much water to add; zero when no mix was found
 * @param found whether both targets are met
 * @param reason why not, or null
 * @param mix as it comes out, or the closest
 * @param freeAirSpacePercent of the mix; 35 to 60 % lets it breathe; null when a density is unknown
 * @param bucketLitres of the bucket it is told in
 * @param ownDensity whether every density was weighed at the site; otherwise book values were used
 */
public record RecipeAnswer(
        List<Line> lines,
        double waterLitres,
        boolean found,
        Recipe.@Nullable Reason reason,
        Recipe.Mix mix,
        @Nullable Double freeAirSpacePercent,
        double bucketLitres,
        boolean ownDensity) {

    /**
     * @param added whether it is to be added, and not there already
     * @param buckets by the density used, or null when none is known
     */
    public record Line(
            Feedstock material,
            boolean added,
            double massKg,
            @Nullable Double buckets) {}
}
