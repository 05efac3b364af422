package org.zhuxi.platform.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTests {

    private final Units units = new Units();

    /** Factors: UCUM 2.2 tables; the international pound is 0.45359237 kg by definition. */
    @ParameterizedTest
    @CsvSource({
        "1.2, kg, kg, 1.2",
        "1200, g, kg, 1.2",
        "0.0012, t, kg, 1.2",
        "1, [lb_av], kg, 0.45359237",
        "1.0, kWh, kWh, 1",
        "1500, Wh, kWh, 1.5",
        "3600000, J, kWh, 1",
        "3.6, MJ, kWh, 1",
        "1, J, kWh, 0.000000278",
        "2, MWh, kWh, 2000",
        "1000, L, m3, 1",
        "1000, l, m3, 1",
        "1, m3, m3, 1",
        "60, min, h, 1",
        "20, min, h, 0.333333333",
        "1, d, h, 24",
        "3, 1, 1, 3",
        "50, %, 1, 0.5",
        "3, {bags}, 1, 3"
    })
    void convertsExactlyWhereDecimalsCan(BigDecimal value, String unit, String base, BigDecimal expected) {
        assertThat(units.toBase(value, unit, base))
                .hasValueSatisfying(converted -> assertThat(converted).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"m, kg", "kg, m3", "kg, h", "Cel, kg", "公斤, kg", "KG, kg", "kilo, kg", "'', kg", "kg/, kg", "'k g', kg"
    })
    void refusesUnknownUnitsAndOtherDimensions(String unit, String base) {
        assertThat(units.toBase(BigDecimal.ONE, unit, base)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"[degF], K", "Cel, K"})
    void refusesUnitsWithAnotherZero(String unit, String base) {
        assertThat(units.toBase(BigDecimal.ONE, unit, base)).isEmpty();
    }
}
