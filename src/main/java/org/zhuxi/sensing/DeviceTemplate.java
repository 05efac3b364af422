package org.zhuxi.sensing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.sensing.tap.Reckoning;

/**
 * A kind of device and what it observes.
 *
 * @param everyMinutes how often readings are due
 * @param taps proposed to whoever declares one, the most usual first
 */
public record DeviceTemplate(
        String code,
        Names names,
        int everyMinutes,
        List<Quantity> quantities,
        @Nullable List<ProposedTap> taps) {

    public DeviceTemplate {
        quantities = List.copyOf(quantities);
        taps = taps == null ? List.of() : List.copyOf(taps);
    }

    @Override
    public List<ProposedTap> taps() {
        return Objects.requireNonNullElse(taps, List.of());
    }

    /**
     * A tap that is usual for such devices.
     *
     * @param kind code of the kind of record
     * @param least for scales: empty below
     * @param tolerance for scales: by how much readings of a load that stays the same differ
     */
    public record ProposedTap(
            String quantity,
            String kind,
            Reckoning.Way reckoning,
            @Nullable BigDecimal least,
            @Nullable BigDecimal tolerance) {}

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
