package org.zhuxi.waste.buyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Fen from grams, against exact decimals. */
class MoneyProperties {

    @Property
    void roundsHalfUpLikeExactDecimals(
            @ForAll @LongRange(max = 20_000_000) long massG, @ForAll @LongRange(max = 1_000_000) long price) {
        var exact = Money.kg(massG).multiply(BigDecimal.valueOf(price)).setScale(0, RoundingMode.HALF_UP);

        assertThat(Money.fen(massG, price)).isEqualTo(exact.longValueExact());
    }

    @Property
    void neverIsHalfAFenAwayFromTheExactWorth(
            @ForAll @LongRange(max = 20_000_000) long massG, @ForAll @LongRange(max = 1_000_000) long price) {
        var off = 1_000 * Money.fen(massG, price) - massG * price;

        assertThat(off).isBetween(-499L, 500L);
    }

    @Property
    void aReversalTakesBackToTheFenWhatWasPaid(
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 1, max = 1_000_000) Long> masses,
            @ForAll @LongRange(max = 100_000) long price) {
        var lines = masses.stream()
                .map(massG -> Quote.Line.of(Material.PAPER, massG, price))
                .toList();
        var back = lines.stream().map(Quote.Line::opposite).toList();

        assertThat(new Quote(lines).amountFen() + new Quote(back).amountFen()).isZero();
        assertThat(new Quote(lines).massG() + new Quote(back).massG()).isZero();
    }

    @Example
    void refusesToOverflowInsteadOfPayingNonsense() {
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE, 2)).isInstanceOf(ArithmeticException.class);
    }
}
