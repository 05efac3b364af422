package org.zhuxi.sensing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhuxi.kernel.Names;

/**
 * A kind of device and what it observes.
 *
 * @param everyMinutes how often readings are due
 */
public record DeviceTemplate(String code, Names names, int everyMinutes, List<Quantity> quantities) {

    public DeviceTemplate {
        quantities = List.copyOf(quantities);
    }

    /**
     * What is observed.
     *
     * @param unit by UCUM
     * @param symbol as people write the unit
     * @param least what is below is not plausible
     * @param most what is above is not plausible
     */
    public record Quantity(
            String code, Names names, String unit, String symbol, BigDecimal least, BigDecimal most, int decimals) {

        /** Whether a value can be. */
        public boolean isPlausible(BigDecimal value) {
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }
    }

    public Optional<Quantity> quantity(String wanted) {
        return quantities.stream().filter(one -> one.code().equals(wanted)).findFirst();
    }
}
