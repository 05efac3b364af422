package org.zhuxi.carbon.method;

/**
 * What a household's day is compared with, after Shenzhen's trial method for low-carbon use of electricity at home (居民低碳用电碳普惠
 * 方法学(试行)): the average of the city while the household is below it, else its own average of the seven days before. A household
 * that uses much is so neither out of reach of a saving nor rewarded for being large. All amounts in one unit, such as kg CO2e a day.
 *
 * @param cityPerPerson the city's average of a person and day
 * @param ownBefore the household's average of the seven days before
 */
public record TwoBranchBaseline(double cityPerPerson, double ownBefore) {

    public TwoBranchBaseline {
        if (!(cityPerPerson >= 0 && ownBefore >= 0 && Double.isFinite(cityPerPerson + ownBefore))) {
            throw new IllegalArgumentException("Not daily amounts: " + cityPerPerson + ", " + ownBefore);
        }
    }

    /** @param persons in the household, at least one */
    public double of(int persons, double today) {
        if (persons < 1) {
            throw new IllegalArgumentException("Not a number of persons: " + persons);
        }
        var city = cityPerPerson * persons;
        return today > city ? ownBefore : city;
    }

    /** Baseline less what was used; negative when more was used, and shown so. */
    public double saving(int persons, double today) {
        return of(persons, today) - today;
    }
}
