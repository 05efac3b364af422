package org.zhuxi.compost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What to mix: materials there are, a dry one to add, and what is wanted.
 *
 * @param brown code of the material to add
 * @param carbonNitrogen wanted, 15 to 60
 * @param moisturePercent wanted, 30 to 75
 */
public record RecipeQuestion(List<Part> parts, String brown, BigDecimal carbonNitrogen, BigDecimal moisturePercent) {

    public RecipeQuestion {
        parts = List.copyOf(parts);
    }

    /** @param buckets how many buckets of it, above zero */
    public record Part(String material, BigDecimal buckets) {}
}
