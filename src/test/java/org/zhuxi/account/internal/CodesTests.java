package org.zhuxi.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Secrets and codes that are handed out: long enough and never twice. */
class CodesTests {

    private static final int MANY = 10_000;

    @Test
    void codesThatAreTypedHaveSixtyBitsAndNeverComeTwice() {
        var codes =
                IntStream.range(0, MANY).mapToObj(i -> TypedCode.next().text()).collect(Collectors.toSet());

        assertThat(codes).hasSize(MANY).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{12}"));
    }

    @Test
    void everyLetterOfACodeIsAsLikelyAsAnyOther() {
        var counts = IntStream.range(0, MANY)
                .boxed()
                .flatMap(i -> ShortCode.next(12).chars().boxed())
                .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));

        // 120,000 letters over 32: 3,750 each, 60 is one standard deviation; eight of them do not happen
        assertThat(counts)
                .hasSize(32)
                .allSatisfy((letter, count) -> assertThat(count).isBetween(3_270L, 4_230L));
    }

    @Test
    void secretsHaveTwoHundredAndFiftySixBitsAndNeverComeTwice() {
        var secrets = IntStream.range(0, MANY)
                .mapToObj(i -> Secret.next("zx_").text())
                .collect(Collectors.toSet());

        assertThat(secrets).hasSize(MANY).allMatch(secret -> secret.matches("zx_[A-Za-z0-9_-]{43}"));
        assertThat(Secret.next("zx_")).hasToString("Secret");
    }
}
