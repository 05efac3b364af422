package org.zhuxi.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobOutcomeTests {

    private static final JobOutcome ROLLED =
            JobOutcome.of("streams-rolled-up", 5).and("readings-dropped", 0).and("points", -12_345_678_901L);

    @Test
    void isReadBackAsItWasKept() {
        assertThat(ROLLED.stored()).isEqualTo("streams-rolled-up=5 readings-dropped=0 points=-12345678901");
        assertThat(JobOutcome.find(ROLLED.stored())).contains(ROLLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 erased",
                "5 streams, 0 readings dropped",
                "2026-11-22",
                "zhuxi-20260101-010000.zip: 1,204 rows, 3 files; 0 old ones dropped",
                "erased=1,204",
                "erased=1 and more",
                "erased=1  dropped=2",
                "erased=99999999999999999999"
            })
    void isNotReadFromWordsOfAnotherForm(String words) {
        assertThat(JobOutcome.find(words)).isEmpty();
    }

    @Test
    void isOfARunThatSucceededAlone() {
        assertThat(run(true, ROLLED.stored()).outcome()).contains(ROLLED);
        assertThat(run(false, "points=1").outcome()).isEmpty();
        assertThat(run(null, "").outcome()).isEmpty();
    }

    @Test
    void countsSomethingThatHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobOutcome(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> JobOutcome.of("people told", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ROLLED.and("", 1));
    }

    private static JobRun run(@Nullable Boolean succeeded, String detail) {
        var end = succeeded == null ? null : Instant.EPOCH;
        return new JobRun("test.one", Instant.EPOCH, "here#1", end, succeeded, detail);
    }
}
