package org.zhuxi.carbon.method;

import java.util.List;

/** Emissions of burning waste: IPCC 2006/2019 V5 chapter 5, equations 5.2, 5.4 and 5.5. Biogenic carbon dioxide does not count. */
public final class Incineration {

    private static final double CO2_PER_CARBON = 44.0 / 12;
    private static final double KILOGRAMS = 1_000;

    private Incineration() {}

    /**
     * A part of what is burnt (IPCC 2006 V5 Tables 2.4 and 2.5).
     *
     * @param share of the wet mass
     * @param dryMatter share of it that is dry
     * @param carbon share of the dry mass that is carbon
     * @param fossil share of the carbon that is fossil
     */
    public record Part(Fraction share, Fraction dryMatter, Fraction carbon, Fraction fossil) {}

    /** Equation 5.2. @param oxidised share OF: 1 in a plant, 0.71 in the open (2019) */
    public static TonnesCo2e fossilCarbonDioxide(Tonnes burnt, List<Part> parts, Fraction oxidised) {
        var carbon = parts.stream()
                .mapToDouble(part -> part.share().value()
                        * part.dryMatter().value()
                        * part.carbon().value()
                        * part.fossil().value())
                .sum();
        return new TonnesCo2e(burnt.value() * carbon * oxidised.value() * CO2_PER_CARBON);
    }

    /**
     * Equations 5.4 and 5.5.
     *
     * @param methane kg CH4 a tonne wet: 0.0002 in a continuous stoker
     * @param nitrousOxide kg N2O a tonne wet: 0.05 in a continuous stoker
     */
    public static TonnesCo2e otherGases(
            Tonnes burnt, double methane, double nitrousOxide, Gwp ofMethane, Gwp ofNitrousOxide) {
        return new TonnesCo2e(
                burnt.value() * (methane * ofMethane.value() + nitrousOxide * ofNitrousOxide.value()) / KILOGRAMS);
    }
}
