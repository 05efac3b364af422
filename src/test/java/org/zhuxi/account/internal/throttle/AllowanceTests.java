package org.zhuxi.account.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTests {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void allowsAWholeMinutesRequestsAtOnceAndThenOneAfterTheOther() {
        var allowance = new Allowance(60, 0);
        for (var i = 0; i < 60; i++) {
            assertThat(allowance.take(0)).isZero();
        }

        assertThat(allowance.take(0)).isEqualTo(1);
        assertThat(allowance.take(SECOND)).isZero();
        assertThat(allowance.take(SECOND)).isEqualTo(1);
    }

    @Test
    void tellsHowLongToWaitAndSavesNoMoreThanAMinute() {
        var slow = new Allowance(2, 0);
        slow.take(0);
        slow.take(0);

        assertThat(slow.take(0)).isEqualTo(30);
        assertThat(slow.take(20 * SECOND)).isEqualTo(10);

        var idle = new Allowance(2, 0);
        assertThat(idle.take(3600 * SECOND)).isZero();
        assertThat(idle.take(3600 * SECOND)).isZero();
        assertThat(idle.take(3600 * SECOND)).isEqualTo(30);
    }
}
