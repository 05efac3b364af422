package org.zhuxi.platform.unit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import org.springframework.stereotype.Component;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;
import tech.units.indriya.function.RationalNumber;

/**
 * Turns a number with a unit of the Unified Code for Units of Measure (UCUM, case sensitive) into the base unit. Only units
 * that differ from the base unit by a factor are taken.
 */
@Component
public class Units {

    /** Decimals kept in the base unit: a microgram, in kilograms. What is finer is rounded half to even. */
    public static final int DECIMALS = 9;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\[\\]{}_%./'\"*-]{1,20}");
    private static final Map<String, String> EVERYDAY = Map.of("kWh", "kW.h", "Wh", "W.h", "MWh", "MW.h");
    private static final Map<String, List<String>> USUAL = Map.of(
            "kg", List.of("kg", "g", "t", "[lb_av]"),
            "t.km", List.of("t.km", "kg.km"),
            "kWh", List.of("kWh", "Wh", "MWh", "J", "MJ"),
            "m3", List.of("m3", "L"),
            "h", List.of("h", "min"),
            "1", List.of("1"));

    private final Cache<String, Optional<Factor>> factors =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** The value in the base unit, or empty when the unit is unknown or of another dimension. */
    public Optional<BigDecimal> toBase(BigDecimal value, String unit, String base) {
        if (unit.equals(base)) {
            return Optional.of(plain(value));
        }
        return factors.get(unit + ' ' + base, key -> factor(unit, base)).map(factor -> plain(factor.times(value)));
    }

    /** The units people mostly use for a base unit, for telling what is allowed. */
    public static List<String> usual(String base) {
        return USUAL.getOrDefault(base, List.of(base));
    }

    private static Optional<Factor> factor(String unit, String base) {
        if (!FORM.matcher(unit).matches()) {
            return Optional.empty();
        }
        try {
            var converter = parse(unit).getConverterToAny(parse(base));
            return converter.isLinear() ? Optional.of(Factor.of(converter.convert((Number) 1))) : Optional.empty();
        } catch (IncommensurableException | TokenMgrError | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Unit<?> parse(String unit) {
        return UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(EVERYDAY.getOrDefault(unit, unit));
    }

    private static BigDecimal plain(BigDecimal value) {
        var rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value;
        var stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** An exact fraction, so that an hour of 60 minutes is one hour. */
    private record Factor(BigDecimal dividend, BigDecimal divisor) {

        private static Factor of(Number number) {
            return switch (number) {
                case RationalNumber fraction ->
                    new Factor(new BigDecimal(fraction.getDividend()), new BigDecimal(fraction.getDivisor()));
                case BigDecimal decimal -> new Factor(decimal, BigDecimal.ONE);
                default -> new Factor(new BigDecimal(number.toString()), BigDecimal.ONE);
            };
        }

        private BigDecimal times(BigDecimal value) {
            return value.multiply(dividend).divide(divisor, MathContext.DECIMAL128);
        }
    }
}
