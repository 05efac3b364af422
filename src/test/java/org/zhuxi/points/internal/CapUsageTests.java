package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapUsageTests {

    private static final long TODAY = 20_000;

    @Test
    void countsEachRuleAndDayByItself() {
        var usage = CapUsage.NONE
                .add(TODAY, 1, 5, TODAY)
                .add(TODAY, 2, 7, TODAY)
                .add(TODAY - 1, 1, 3, TODAY)
                .add(TODAY, 1, 2, TODAY);
        assertThat(usage.used(TODAY, 1)).isEqualTo(7);
        assertThat(usage.used(TODAY, 2)).isEqualTo(7);
        assertThat(usage.used(TODAY - 1, 1)).isEqualTo(3);
        assertThat(usage.used(TODAY - 1, 2)).isZero();
    }

    @Test
    void givesBackWhatWasTakenBack() {
        assertThat(CapUsage.NONE
                        .add(TODAY, 1, 5, TODAY)
                        .add(TODAY, 1, -5, TODAY)
                        .used(TODAY, 1))
                .isZero();
    }

    @Test
    void keepsEveryDayItIsTrustedFor() {
        var usage = CapUsage.NONE;
        for (var day = TODAY - 30; day <= TODAY; day++) {
            usage = usage.add(day, 1, 1, day);
        }
        for (var day = TODAY - 30; day <= TODAY; day++) {
            if (CapUsage.covers(day, TODAY)) {
                assertThat(usage.used(day, 1)).isEqualTo(1);
            }
        }
        assertThat(usage.triples()).hasSize(3 * 10);
        assertThat(CapUsage.covers(TODAY - 7, TODAY)).isTrue();
        assertThat(CapUsage.covers(TODAY - 8, TODAY)).isFalse();
    }
}
