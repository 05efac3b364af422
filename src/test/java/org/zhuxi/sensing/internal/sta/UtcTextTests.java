package org.zhuxi.sensing.internal.sta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same text that an instant gives of itself. */
class UtcTextTests {

    private static String written(OffsetDateTime moment) {
        var bytes = new byte[UtcText.LENGTH];
        return new String(bytes, 0, UtcText.put(bytes, 0, moment), StandardCharsets.US_ASCII);
    }

    @Property
    void saysWhatAnInstantSays(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        var instant = Instant.ofEpochSecond(second, nano);
        assertThat(written(instant.atOffset(ZoneOffset.ofHours(hours)))).isEqualTo(instant.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T00:00:00Z",
                "2026-11-22T23:59:59.100Z",
                "2026-11-22T23:59:59.123400Z",
                "2026-11-22T23:59:59.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void keepsAsManyDigitsAsThereAre(String text) {
        assertThat(written(Instant.parse(text).atOffset(ZoneOffset.ofHours(8))))
                .isEqualTo(Instant.parse(text).toString());
    }
}
