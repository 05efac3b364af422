package org.zhuxi.waste.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WilsonTests {

    /** Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3: 81/263, 15/148, 0/20 and 1/29. */
    @Test
    void agreesWithThePublishedTable() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void blamesNobodyForTwoBags() {
        assertThat(Wilson.of(2, 2).low()).isLessThan(Wilson.of(30, 60).low());
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
    }

    @Property
    void containsTheShareAndNarrowsWithMoreLooks(@ForAll @IntRange(min = 1, max = 500) int all, @ForAll int seed) {
        var these = Math.floorMod(seed, all + 1);
        var interval = Wilson.of(these, all);
        var wider = Wilson.of(these * 4L, all * 4L);

        assertThat((double) these / all).isBetween(interval.low() - 1e-9, interval.high() + 1e-9);
        assertThat(wider.high() - wider.low()).isLessThan(interval.high() - interval.low());
    }

    private static void assertInterval(int these, int all, double low, double high) {
        assertThat(Wilson.of(these, all).low()).isCloseTo(low, within(0.00005));
        assertThat(Wilson.of(these, all).high()).isCloseTo(high, within(0.00005));
    }
}
