package org.zhuxi.governance.internal.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CostSharesTests {

    @TestFactory
    Stream<DynamicTest> sharesElevatorsToTheCent() throws IOException {
        try (var file = getClass().getResourceAsStream("/governance/civic.json")) {
            var all = new ObjectMapper().readTree(file);
            return all.get("elevator").valueStream().toList().stream()
                    .map(it -> DynamicTest.dynamicTest(
                            it.get("name").asString(),
                            () -> check(
                                    it,
                                    all.get("coefficients").get(it.get("coef").asString()))));
        }
    }

    private static void check(JsonNode it, JsonNode coefficients) {
        var parts = new ArrayList<CostShares.Part>();
        it.get("units")
                .forEachEntry((unit, said) -> parts.add(new CostShares.Part(
                        unit,
                        milli(coefficients.get(said.get("floor").asString()).asString()),
                        said.get("area_cm").asLong())));
        var amount = it.get("costCents").asLong() - it.get("subsidyCents").asLong();
        var shares = CostShares.share(amount, parts);
        it.get("shareCents")
                .forEachEntry((unit, expected) ->
                        assertThat(shares.get(unit)).as(unit).isEqualTo(expected.asLong()));
        assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
    }

    private static long milli(String fraction) {
        var parts = fraction.split("/");
        return 1_000L * Long.parseLong(parts[0]) / (parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }

    @Property(tries = 300)
    void sharesAlwaysAddUpAndNobodyPaysMoreThanAFenBesideTheExactShare(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long amount,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 30_000) Integer> areas) {
        var parts = new ArrayList<CostShares.Part>();
        for (var i = 0; i < areas.size(); i++) {
            parts.add(new CostShares.Part("u" + i, 1_000 + 100L * (i % 7), areas.get(i)));
        }
        var shares = CostShares.share(amount, parts);
        assertThat(shares.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        var total = parts.stream()
                .mapToDouble(it -> it.coefficientMilli() * (double) it.areaCentiM2())
                .sum();
        for (var part : parts) {
            var exact = amount * (part.coefficientMilli() * (double) part.areaCentiM2() / total);
            assertThat((double) java.util.Objects.requireNonNull(shares.get(part.unit())))
                    .isBetween(exact - 1.001, exact + 1.001);
        }
    }
}
