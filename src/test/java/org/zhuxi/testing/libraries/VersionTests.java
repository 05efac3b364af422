package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases are those of Maven's own rules of versions. */
class VersionTests {

    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "3.2.3, 3.2.4",
        "9.9.9, 10",
        "1.0, 1.0.1",
        "1.0-alpha, 1.0-beta",
        "1.0-beta2, 1.0-beta10",
        "1.0-M4, 1.0-RC1",
        "1.0-RC1, 1.0",
        "1.0-SNAPSHOT, 1.0",
        "5.0.0.Alpha2, 5.0.0.Final",
        "4.2.20.Final, 5.0.0.Alpha1",
        "1.0, 1.0-sp1",
        "1.0-jre, 1.1-jre",
        "20240101.99999999999999999999, 20240102.1"
    })
    void theFirstComesBeforeTheSecond(String one, String other) {
        assertThat(new Version(one)).isLessThan(new Version(other));
        assertThat(new Version(other)).isGreaterThan(new Version(one));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0.0", "4.2.0.Final, 4.2", "2.3.1.RELEASE, 2.3.1", "1.0-GA, 1.0", "1.0-rc1, 1.0.RC1"})
    void bothAreTheSame(String one, String other) {
        assertThat(new Version(one)).isEqualByComparingTo(new Version(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.2.0-M1",
                "5.0.0.Alpha2",
                "2.4.0-beta-1",
                "3.0.0-BETA2",
                "3.17-beta1",
                "4.0.0-rc6",
                "2.0.CR1",
                "1.0-SNAPSHOT",
                "1.0b3",
                "2.0-ea+5",
                "1.0-dev.12"
            })
    void aTrialBeforeAReleaseIsNoRelease(String version) {
        assertThat(new Version(version).isRelease()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.3", "79.1", "4.2.20.Final", "2.3.1.RELEASE", "42.2.28.jre7", "33.0-jre", "1.0-sp1"})
    void everythingElseIsOne(String version) {
        assertThat(new Version(version).isRelease()).isTrue();
    }
}
