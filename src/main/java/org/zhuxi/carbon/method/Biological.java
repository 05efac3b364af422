package org.zhuxi.carbon.method;

/**
 * Emissions of composting and digestion: IPCC 2006 V5 chapter 4, equations 4.1 and 4.2 (Tier 1), and CDM TOOL13 v02, which have one
 * form and differ in their factors.
 *
 * @param methane g CH4 a kg of wet waste: 4 (IPCC composting), 2 (TOOL13), 0.8 (IPCC digestion)
 * @param nitrousOxide g N2O a kg of wet waste: 0.24 (IPCC composting), 0.2 (TOOL13), 0 (digestion)
 */
public record Biological(double methane, double nitrousOxide) {

    private static final double PER_KILOGRAM = 1_000;

    public Biological {
        if (!(methane >= 0 && nitrousOxide >= 0 && Double.isFinite(methane + nitrousOxide))) {
            throw new IllegalArgumentException("Not factors of emission: " + methane + ", " + nitrousOxide);
        }
    }

    /** Greenhouse gases of treating a mass; biogenic carbon dioxide does not count. */
    public TonnesCo2e emission(Tonnes treated, Gwp ofMethane, Gwp ofNitrousOxide) {
        return new TonnesCo2e(
                treated.value() * (methane * ofMethane.value() + nitrousOxide * ofNitrousOxide.value()) / PER_KILOGRAM);
    }
}
