package org.zhuxi.carbon.method;

/**
 * What a household uses in a month.
 *
 * @param food kitchen waste
 */
public record HouseholdMonth(KilowattHours electricity, CubicMetres gas, CubicMetres water, Tonnes food) {

    private static final double KILOGRAMS = 1_000;

    /**
     * Emission factors.
     *
     * @param electricity kg CO2 a kWh
     * @param gas kg CO2 a m³ of natural gas
     * @param water kg CO2e a m³, supply and treatment together
     * @param food kg CO2e a kg of kitchen waste as the city treats it
     */
    public record Factors(double electricity, double gas, double water, double food) {}

    public TonnesCo2e emission(Factors factors) {
        return new TonnesCo2e((electricity.value() * factors.electricity()
                                + gas.value() * factors.gas()
                                + water.value() * factors.water())
                        / KILOGRAMS
                + food.value() * factors.food());
    }
}
