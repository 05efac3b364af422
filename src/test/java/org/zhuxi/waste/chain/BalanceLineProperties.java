package org.zhuxi.waste.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.zhuxi.waste.WasteClass;

class BalanceLineProperties {

    @Property
    void whatIsNotExplainedIsTheExactRemainder(
            @ForAll @IntRange(min = 0, max = 10_000_000) int dropped,
            @ForAll @IntRange(min = 0, max = 10_000_000) int collected,
            @ForAll @Size(max = 10) List<@IntRange(min = -100_000, max = 100_000) Integer> explained) {
        var sum = grams(explained.stream().mapToLong(it -> it).sum());
        var line = new BalanceLine(
                WasteClass.KITCHEN,
                mass(dropped),
                mass(collected),
                BalanceLine.Mass.NONE,
                sum,
                BigDecimal.ZERO,
                BigDecimal.valueOf(5));

        assertThat(line.unexplainedKg(Leg.COLLECTION).add(line.explainedKg(Leg.COLLECTION)))
                .isEqualByComparingTo(line.differenceKg(Leg.COLLECTION));
        assertThat(line.differenceKg(Leg.COLLECTION).add(line.collected().verifiedKg()))
                .isEqualByComparingTo(line.dropped().verifiedKg());
        assertThat(line.isKnown(Leg.TREATMENT)).isFalse();
    }

    private static BalanceLine.Mass mass(long grams) {
        return new BalanceLine.Mass(grams(grams), BigDecimal.ZERO, BigDecimal.ZERO, 1);
    }

    private static BigDecimal grams(long grams) {
        return BigDecimal.valueOf(grams, 3);
    }
}
