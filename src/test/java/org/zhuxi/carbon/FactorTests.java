package org.zhuxi.carbon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.unit.Units;
import org.zhuxi.testing.ZhuxiTest;

/** The library as it is shipped. */
@ZhuxiTest
class FactorTests {

    private static final double SHORT_TONS = 100;

    private final Factors factors;
    private final Footprints footprints;

    FactorTests(Factors factors, Footprints footprints) {
        this.factors = factors;
        this.footprints = footprints;
    }

    @Test
    void everyFactorHasSourceEvidenceAndAUnit() {
        assertThat(factors.list("", null)).hasSizeGreaterThan(150).allSatisfy(factor -> {
            assertThat(factor.unit()).isNotBlank();
            assertThat(factor.versions()).isNotEmpty().allSatisfy(version -> {
                assertThat(version.source().zh()).isNotBlank();
                assertThat(version.source().en()).isNotBlank();
            });
        });
    }

    @Test
    void theGridFactorIsTheLatestUpToTheYear() {
        var grid = factors.get("grid.cn");

        assertThat(grid.in(2026).value()).isEqualByComparingTo("0.5306");
        assertThat(grid.in(2022).value()).isEqualByComparingTo("0.5366");
        assertThat(grid.in(2021).value()).isEqualByComparingTo("0.5568");
        assertThat(grid.in(2010).version()).isEqualTo("2021");
    }

    /** EPA WARM v15: 100 short tons of food waste from landfill to composting. */
    @Test
    void o8_warmFoodWasteFromLandfillToComposting() {
        var change = factors.get("warm.food.composted").newest().value().doubleValue()
                - factors.get("warm.food.landfilled").newest().value().doubleValue();

        assertThat(SHORT_TONS * change).isCloseTo(-61.31, within(0.005));
        assertThat(factors.get("warm.food.composted").indicatorOnly()).isTrue();
    }

    /** The same month as in the methods' oracle, with the shipped factors. */
    @Test
    void o9_householdMonthWithTheShippedFactors() {
        var footprint =
                footprints.of(new NewFootprint(new BigDecimal("210"), new BigDecimal("15"), new BigDecimal("12"), 3));

        assertThat(footprint.kg()).isEqualByComparingTo("147.925");
        assertThat(footprint.perPersonAndDayKg()).isEqualByComparingTo("1.644");
        assertThatThrownBy(() ->
                        footprints.of(new NewFootprint(new BigDecimal("-1"), BigDecimal.ZERO, BigDecimal.ZERO, 3)))
                .isInstanceOf(CarbonRefused.NoAmount.class);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> factors.get("no.such")).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> factors.get("grid.cn", "1999")).isInstanceOf(CarbonRefused.NoVersion.class);
        assertThat(factors.list("天然气", null)).extracting(Factor::code).contains("fuel.gas");
    }

    @Test
    void aTonneKilometreIsAUnitOfItsOwn() {
        assertThat(new Units().toBase(new BigDecimal("500"), "kg.km", "t.km").orElseThrow())
                .isEqualByComparingTo("0.5");
        assertThat(new Units().toBase(BigDecimal.ONE, "kg", "t.km")).isEmpty();
    }
}
