package org.zhuxi.waste.visit;

import org.zhuxi.waste.SortingTally;

/**
 * How the visited households of a building sorted in the thirty days before their visit and in the thirty days from it.
 *
 * @param households households that were met
 * @param suppressed whether the numbers are withheld because they would single out too few households
 */
public record BuildingResult(
        String building, String name, long households, SortingTally before, SortingTally after, boolean suppressed) {

    BuildingResult withheld() {
        return new BuildingResult(building, name, 0, SortingTally.NONE, SortingTally.NONE, true);
    }
}
