package org.zhuxi.platform.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTests {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void allowsAWholeMinutesRequestsAtOnceAndThenOneAfterTheOther() {
        var allowance = Allowance.perMinute(60, 0);
        for (var i = 0; i < 60; i++) {
            assertThat(allowance.take(0)).isZero();
        }

        assertThat(allowance.take(0)).isEqualTo(1);
        assertThat(allowance.take(SECOND)).isZero();
        assertThat(allowance.take(SECOND)).isEqualTo(1);
    }

    @Test
    void tellsHowLongToWaitAndSavesNoMoreThanAMinute() {
        var slow = Allowance.perMinute(2, 0);
        slow.take(0);
        slow.take(0);

        assertThat(slow.take(0)).isEqualTo(30);
        assertThat(slow.take(20 * SECOND)).isEqualTo(10);

        var idle = Allowance.perMinute(2, 0);
        assertThat(idle.take(3600 * SECOND)).isZero();
        assertThat(idle.take(3600 * SECOND)).isZero();
        assertThat(idle.take(3600 * SECOND)).isEqualTo(30);
    }

    @Test
    void lendsToWhoWaitsAndIsPaidBackInTime() {
        var steady = Allowance.perSecond(10, 20, 0);

        assertThat(steady.spend(20, 0)).isZero();
        assertThat(steady.spend(5, 0)).isEqualTo(SECOND / 2);
        assertThat(steady.spend(5, 0)).isEqualTo(SECOND);
        assertThat(steady.spend(1, 2 * SECOND)).isZero();
        assertThat(steady.spend(20, 60 * SECOND)).isZero();
        assertThat(steady.spend(1, 60 * SECOND)).isEqualTo(SECOND / 10);
    }
}
