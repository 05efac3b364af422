package org.zhuxi.sensing.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies on a scale counts once, at the weight at which it stayed. */
class LoadsTests {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Reckoning.Weighing EACH =
            new Reckoning.Weighing(new BigDecimal("0.1"), 0, new BigDecimal("0.02"));
    private static final Reckoning.Weighing SETTLED =
            new Reckoning.Weighing(new BigDecimal("0.1"), 5, new BigDecimal("0.02"));

    @Test
    void eachReadingOfAScaleThatWaitsItselfIsALoad() {
        assertThat(found(EACH, "2.4", "0", "3.1", "3.1")).containsExactly("2.4", "3.1", "3.1");
    }

    @Test
    void aLoadCountsOnceAtTheWeightAtWhichItStayed() {
        assertThat(found(SETTLED, "0", "1.1", "2.39", "2.4", "2.4", "2.41", "1.3", "0"))
                .containsExactly("2.41");
    }

    @Test
    void whatIsAddedIsWeighedWithWhatWasThere() {
        assertThat(found(SETTLED, "2", "2", "2", "2", "5", "5", "5", "5", "0")).containsExactly("5");
    }

    @Test
    void aLoadThatNeverStaysOrStillLiesThereDoesNotCount() {
        assertThat(found(SETTLED, "1", "2", "3", "4", "0")).isEmpty();
        assertThat(found(SETTLED, "2", "2", "2", "2", "2")).isEmpty();
    }

    @Test
    void twoLoadsAreTwo() {
        var loads = Loads.of(SETTLED, readings("2", "2", "2", "2", "0", "3", "3", "3", "3", "0"));
        assertThat(loads).extracting(TapFinding::slot).containsExactly(at(0).toString(), at(5).toString());
        assertThat(loads).extracting(TapFinding::at).containsExactly(at(3), at(8));
    }

    private static List<String> found(Reckoning.Weighing rule, String... values) {
        return Loads.of(rule, readings(values)).stream()
                .map(one -> one.amount() == null
                        ? ""
                        : one.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static List<TapReading> readings(String... values) {
        var readings = new ArrayList<TapReading>();
        for (var index = 0; index < values.length; index++) {
            readings.add(new TapReading(at(index), new BigDecimal(values[index])));
        }
        return readings;
    }

    /** Readings come every two seconds. */
    private static Instant at(int index) {
        return START.plusSeconds(2L * index);
    }
}
