package org.zhuxi.carbon.method;

import java.util.ArrayList;
import java.util.List;

/**
 * The first-order decay model of the IPCC guidelines: 2006 V5 chapter 3, equations 3.2 to 3.6; 2019 refinement, equations 3A1.12 to
 * 3A1.16. Masses of deposits are in whatever unit of mass the caller uses; methane comes out in the same.
 */
public final class IpccWasteModel {

    private static final int MONTHS = 12;

    private IpccWasteModel() {}

    /**
     * @param deposited decomposable carbon DDOCm put in, in the unit of mass of the deposits
     * @param accumulated left at the end of the year
     * @param decomposed in the year
     * @param methane generated in the year, before recovery and oxidation
     */
    public record Year(double deposited, double accumulated, double decomposed, double methane) {}

    /**
     * @param anaerobic methane correction factor MCF
     * @param decomposing DOCf
     * @param methane share F of methane in the gas
     * @param reactionStarts month M of the deposit year in which decay begins; 13 is 1 January of the next year (the default delay
     *     of six months)
     */
    public record Setting(Fraction anaerobic, Fraction decomposing, Fraction methane, int reactionStarts) {

        public Setting {
            if (reactionStarts < 1 || reactionStarts > MONTHS + 1) {
                throw new IllegalArgumentException("Not a month from 1 to 13: " + reactionStarts);
            }
        }
    }

    /** @param deposits by year, the first one first */
    public static List<Year> series(Setting setting, Waste waste, List<Tonnes> deposits) {
        var decay = waste.decay();
        var inFirstYear = decay.decayedIn((MONTHS + 1.0 - setting.reactionStarts()) / MONTHS);
        var years = new ArrayList<Year>();
        var accumulated = 0.0;
        for (var deposit : deposits) {
            var deposited = deposit.value()
                    * waste.doc().value()
                    * setting.decomposing().value()
                    * setting.anaerobic().value();
            var decomposed = deposited * inFirstYear + accumulated * decay.decayedIn(1);
            accumulated = deposited * (1 - inFirstYear) + accumulated * decay.leftAfter(1);
            years.add(new Year(
                    deposited,
                    accumulated,
                    decomposed,
                    decomposed * setting.methane().value() * Landfill.METHANE_PER_CARBON));
        }
        return List.copyOf(years);
    }

    /** Equation 3.1: what is emitted of what is generated. @param recovered in the same unit, at most what is generated */
    public static double emitted(double generated, double recovered, Fraction oxidation) {
        return (generated - recovered) * oxidation.rest();
    }
}
