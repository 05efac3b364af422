package org.zhuxi.compost.process;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Carbon, nitrogen and water of a mix, and how much of other materials it needs. Formulas as in Cornell Composting, "Calculating
 * the C/N ratio" and "Moisture content": M = Σ Q·m / Σ Q; C/N = Σ Q·C·(100−m) / Σ Q·N·(100−m).
 */
public final class Recipe {

    private static final double PARTICLE_DENSITY = 1.6;
    private static final double SINGULAR = 1e-9;

    private Recipe() {}

    /** @param massKg wet mass, above zero */
    public record Part(Feedstock material, double massKg) {}

    /**
     * @param moisturePercent in % of wet mass
     * @param carbonNitrogen not a number when there is no nitrogen in it
     */
    public record Mix(double massKg, double moisturePercent, double carbonNitrogen) {}

    /** What came of looking for a mix. */
    public sealed interface Answer {}

    /** Take so much of the two materials asked for. */
    public record Feasible(double secondKg, double thirdKg, Mix mix) implements Answer {}

    /**
     * No amount of the two materials reaches both targets.
     *
     * @param closest the mix with the right C/N and no third material, or the mix as it is
     */
    public record NoMix(Reason reason, Mix closest) implements Answer {}

    /** Why there is no mix. */
    public enum Reason {
        /** The second material stands on the same side of the wanted C/N as the first. */
        SAME_SIDE,
        /** With the right C/N it is wetter than wanted, and more water cannot help. */
        TOO_WET,
        /** With the right C/N it is drier than wanted, and the third material cannot help. */
        TOO_DRY
    }

    public static Mix mix(List<Part> parts) {
        var mass = parts.stream().mapToDouble(Part::massKg).sum();
        var water = parts.stream()
                .mapToDouble(it -> it.massKg() * it.material().moisture())
                .sum();
        var carbon = parts.stream()
                .mapToDouble(it -> dry(it) * it.material().carbon())
                .sum();
        var nitrogen = parts.stream()
                .mapToDouble(it -> dry(it) * it.material().nitrogen())
                .sum();
        return new Mix(mass, water / mass, carbon / nitrogen);
    }

    /** How much of a second material brings the mix to a C/N, in kg; empty when no amount does. */
    public static OptionalDouble toCarbonNitrogen(List<Part> parts, Feedstock second, double carbonNitrogen) {
        var kg = -excessCarbon(parts, carbonNitrogen) / excessCarbon(second, carbonNitrogen);
        return found(kg);
    }

    /** How much of a second material brings the mix to a moisture (% of wet mass), in kg; empty when no amount does. */
    public static OptionalDouble toMoisture(List<Part> parts, Feedstock second, double moisturePercent) {
        return found(-excessWater(parts, moisturePercent) / (second.moisture() - moisturePercent));
    }

    /**
     * How much of two further materials brings the mix to a C/N and a moisture: two linear equations in two unknowns, of which
     * negative solutions are none.
     *
     * @param third usually {@link Feedstock#WATER}
     */
    public static Answer solve(
            List<Part> parts, Feedstock second, Feedstock third, double carbonNitrogen, double moisturePercent) {
        var c1 = -excessCarbon(parts, carbonNitrogen);
        var w1 = -excessWater(parts, moisturePercent);
        var c2 = excessCarbon(second, carbonNitrogen);
        var w2 = second.moisture() - moisturePercent;
        var c3 = excessCarbon(third, carbonNitrogen);
        var w3 = third.moisture() - moisturePercent;
        var determinant = c2 * w3 - c3 * w2;
        var x = (c1 * w3 - c3 * w1) / determinant;
        var y = (c2 * w1 - c1 * w2) / determinant;
        if (Math.abs(determinant) > SINGULAR && x >= 0 && y >= 0) {
            return new Feasible(x, y, mix(with(parts, new Part(second, x), new Part(third, y))));
        }
        return noMix(parts, second, carbonNitrogen, moisturePercent);
    }

    private static NoMix noMix(List<Part> parts, Feedstock second, double carbonNitrogen, double moisturePercent) {
        var alone = toCarbonNitrogen(parts, second, carbonNitrogen);
        if (alone.isEmpty()) {
            return new NoMix(Reason.SAME_SIDE, mix(parts));
        }
        var closest = mix(with(parts, new Part(second, alone.getAsDouble())));
        return new NoMix(closest.moisturePercent() > moisturePercent ? Reason.TOO_WET : Reason.TOO_DRY, closest);
    }

    /**
     * Free air space in % of volume; 35 to 60 % lets a heap breathe.
     *
     * @param bulkKgPerM3 density of the mix as it lies
     * @param moisturePercent in % of wet mass
     */
    public static double freeAirSpacePercent(double bulkKgPerM3, double moisturePercent) {
        var water = moisturePercent / 100;
        return 100 * (1 - bulkKgPerM3 / 1000 * (water + (1 - water) / PARTICLE_DENSITY));
    }

    private static double dry(Part part) {
        return part.massKg() * (100 - part.material().moisture());
    }

    private static double excessCarbon(Feedstock material, double carbonNitrogen) {
        return (100 - material.moisture()) * (material.carbon() - carbonNitrogen * material.nitrogen());
    }

    private static double excessCarbon(List<Part> parts, double carbonNitrogen) {
        return parts.stream()
                .mapToDouble(it -> it.massKg() * excessCarbon(it.material(), carbonNitrogen))
                .sum();
    }

    private static double excessWater(List<Part> parts, double moisturePercent) {
        return parts.stream()
                .mapToDouble(it -> it.massKg() * (it.material().moisture() - moisturePercent))
                .sum();
    }

    private static List<Part> with(List<Part> parts, Part... more) {
        return Stream.concat(parts.stream(), Stream.of(more))
                .filter(it -> it.massKg() > 0)
                .toList();
    }

    private static OptionalDouble found(double kg) {
        return Double.isFinite(kg) && kg >= 0 ? OptionalDouble.of(kg) : OptionalDouble.empty();
    }
}
