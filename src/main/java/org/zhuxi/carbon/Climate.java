package org.zhuxi.carbon;

/** Climate of a landfill (IPCC 2006 V5 Table 3.3): stated for each statement, never guessed from a place. */
public enum Climate {
    /** Mean of the year up to 20 °C, less rain than can evaporate. */
    TEMPERATE_DRY("temperate-dry", false),
    /** Mean of the year up to 20 °C, more rain than can evaporate. */
    TEMPERATE_WET("temperate-wet", true),
    /** Mean of the year above 20 °C, less than 1000 mm of rain. */
    TROPICAL_DRY("tropical-dry", false),
    /** Mean of the year above 20 °C, 1000 mm of rain or more. */
    TROPICAL_WET("tropical-wet", true);

    private final String suffix;
    private final boolean wet;

    Climate(String suffix, boolean wet) {
        this.suffix = suffix;
        this.wet = wet;
    }

    /** Code of the rate of decay of a group of wastes. */
    public String decay(String group) {
        return "waste.decay." + group + "." + suffix;
    }

    /** Code of the model correction φ. */
    public String correction() {
        return wet ? "landfill.correction.wet" : "landfill.correction.dry";
    }
}
