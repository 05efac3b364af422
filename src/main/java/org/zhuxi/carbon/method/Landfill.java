package org.zhuxi.carbon.method;

/**
 * A landfill or dump as CDM TOOL04 describes it (v08.1, equation 1).
 *
 * @param correction model correction φ: 0.85 in wet and 0.80 in dry climates where disposal is avoided, 1 for emissions of a project
 * @param captured share f of methane that is caught and destroyed
 * @param gwp of methane
 * @param oxidation share OX oxidised in the cover
 * @param methane share F of methane in the gas
 * @param decomposing share DOCf of the degradable carbon that does decompose
 * @param anaerobic methane correction factor MCF: 1 managed, 0.8 deep, 0.4 shallow
 */
public record Landfill(
        Fraction correction,
        Fraction captured,
        Gwp gwp,
        Fraction oxidation,
        Fraction methane,
        Fraction decomposing,
        Fraction anaerobic) {

    /** Mass of a molecule of methane over that of its carbon. */
    public static final double METHANE_PER_CARBON = 16.0 / 12;

    /** Emission of all the decay there will ever be, in t CO2e a tonne of degradable carbon. */
    public double perTonneOfCarbon() {
        return correction.value()
                * captured.rest()
                * gwp.value()
                * oxidation.rest()
                * METHANE_PER_CARBON
                * methane.value()
                * decomposing.value()
                * anaerobic.value();
    }
}
