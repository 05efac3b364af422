package org.zhuxi.governance.internal.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssemblyTallyTests {

    @Test
    void needsMoreThanHalfOfThePeopleAndMoreThanHalfOfThoseAttending() {
        assertThat(new AssemblyTally(100, 26, 25, 0).adopted()).isTrue();
        assertThat(new AssemblyTally(100, 50, 0, 0).quorum()).isFalse();
        assertThat(new AssemblyTally(100, 26, 20, 6).adopted()).isFalse();
        assertThat(new AssemblyTally(101, 26, 25, 0).adopted()).isTrue();
        assertThat(new AssemblyTally(0, 0, 0, 0).adopted()).isFalse();
    }
}
