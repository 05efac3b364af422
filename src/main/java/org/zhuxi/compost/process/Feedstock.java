package org.zhuxi.compost.process;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A material that can go into a compost heap.
 *
 * @param stream what it counts as in a site's figures
 * @param nitrogenPercent nitrogen in % of dry mass, or null when the source does not tell
 * @param carbonNitrogen carbon by nitrogen, by mass, or null when unknown
 * @param moisturePercent water in % of wet mass, or null when unknown
 * @param bulkKgPerM3 loose density as in books; for recipes only, never for credited mass; null when unknown
 * @param source short name of the table it stands in
 */
public record Feedstock(
        String code,
        Names names,
        Stream stream,
        @Nullable Double nitrogenPercent,
        @Nullable Double carbonNitrogen,
        @Nullable Double moisturePercent,
        @Nullable Double bulkKgPerM3,
        String source) {

    /** Water, which brings neither carbon nor nitrogen. */
    public static final Feedstock WATER =
            new Feedstock("water", new Names("水", "Water"), Stream.WATER, 0.0, 0.0, 100.0, 1000.0, "");

    /** What a material counts as. */
    public enum Stream {
        KITCHEN,
        GARDEN,
        BULKING,
        MANURE,
        WATER
    }

    /** A material known by its analysis only. */
    public static Feedstock of(double nitrogenPercent, double carbonNitrogen, double moisturePercent) {
        return new Feedstock(
                "own", new Names("", ""), Stream.BULKING, nitrogenPercent, carbonNitrogen, moisturePercent, null, "");
    }

    /** Whether enough is known to reckon a recipe with it. */
    public boolean isComplete() {
        return nitrogenPercent != null && carbonNitrogen != null && moisturePercent != null;
    }

    double nitrogen() {
        return known(nitrogenPercent);
    }

    double carbon() {
        return nitrogen() * known(carbonNitrogen);
    }

    double moisture() {
        return known(moisturePercent);
    }

    private double known(@Nullable Double value) {
        if (value == null) {
            throw new IllegalStateException("Too little is known of " + code);
        }
        return value;
    }
}
