package org.zhuxi.project;

/**
 * What the movements of a year add up to over many projects; what was taken back in the year is subtracted.
 *
 * @param area of the five areas of the 2020 standard, as {@link ProjectType#area()}
 * @param projects how many have a movement in it
 */
public record FundSum(FundSource source, String area, long plannedFen, long allocatedFen, long paidFen, long projects) {

    FundSum plus(FundSum other) {
        return new FundSum(
                source,
                area,
                Math.addExact(plannedFen, other.plannedFen),
                Math.addExact(allocatedFen, other.allocatedFen),
                Math.addExact(paidFen, other.paidFen),
                projects + other.projects);
    }
}
