package org.zhuxi.governance.internal.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OwnersCountTests {

    @TestFactory
    Stream<DynamicTest> countsTheBoundaryCasesOfTheCivilCode() throws IOException {
        try (var file = getClass().getResourceAsStream("/governance/civic.json")) {
            var cases = new ObjectMapper().readTree(file).get("owners");
            assertThat(cases.size()).isEqualTo(14);
            return cases.valueStream().toList().stream()
                    .map(it -> DynamicTest.dynamicTest(it.get("name").asString(), () -> check(it)));
        }
    }

    private static void check(JsonNode it) {
        var roll = new ArrayList<OwnedUnit>();
        var ballots = new HashMap<String, Consent>();
        if (it.get("units").isArray()) {
            it.get("units")
                    .forEach(unit -> roll.add(new OwnedUnit(
                            unit.get("id").asString(),
                            unit.get("area").asLong(),
                            unit.get("owner").asString(),
                            unit.path("unsold").asBoolean(false))));
            it.get("ballots").forEachEntry((unit, choice) -> ballots.put(unit, Consent.valueOf(choice.asString())));
        } else {
            var units = Integer.parseInt(it.get("units").asString().split(" ")[0]);
            for (var i = 0; i < units; i++) {
                roll.add(new OwnedUnit("u" + i, 8000, "o" + i, false));
            }
            for (var consent : Consent.values()) {
                for (var i = it.get("ballots").get(consent.name()).asInt(); i > 0; i--) {
                    ballots.put("u" + ballots.size(), consent);
                }
            }
        }
        var isSpecial =
                OwnersMatter.ofNumber(it.get("item").asInt()).orElseThrow().isSpecial();
        var tally = OwnersCount.count(isSpecial, roll, ballots);
        var expected = it.get("result");
        assertThat(tally.totalArea()).isEqualTo(expected.get("totalArea").asLong());
        assertThat(tally.totalHeads()).isEqualTo(expected.get("totalHeads").asInt());
        assertThat(tally.partArea()).isEqualTo(expected.get("partArea").asLong());
        assertThat(tally.partHeads()).isEqualTo(expected.get("partHeads").asInt());
        assertThat(tally.yesArea()).isEqualTo(expected.get("yesArea").asLong());
        assertThat(tally.yesHeads()).isEqualTo(expected.get("yesHeads").asInt());
        assertThat(tally.quorum()).isEqualTo(expected.get("quorum").asBoolean());
        assertThat(tally.majority()).isEqualTo(expected.get("majority").asBoolean());
        assertThat(tally.adopted()).isEqualTo(expected.get("adopted").asBoolean());
    }

    @Test
    void refusesAnOwnerWhoSaysYesForOneUnitAndNoForAnother() {
        var roll = List.of(new OwnedUnit("1", 100, "A", false), new OwnedUnit("2", 100, "A", false));
        var split = Map.of("1", Consent.YES, "2", Consent.NO);
        assertThatThrownBy(() -> OwnersCount.count(false, roll, split)).isInstanceOf(OwnersCount.SplitHead.class);
    }

    @Test
    void refusesABallotOfNoUnitAndARollThatNamesAUnitTwice() {
        var unit = new OwnedUnit("1", 100, "A", false);
        var other = Map.of("2", Consent.YES);
        assertThatThrownBy(() -> OwnersCount.count(false, List.of(unit), other))
                .isInstanceOf(OwnersCount.WrongRoll.class);
        assertThatThrownBy(() -> OwnersCount.count(false, List.of(unit, unit), Map.of()))
                .isInstanceOf(OwnersCount.WrongRoll.class);
    }

    @Property(tries = 200)
    void oneMoreAbstentionNeverBreaksTheQuorumAndNeverMakesAMajority(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 0, max = 3) Integer> said, @ForAll boolean special) {
        var roll = new ArrayList<OwnedUnit>();
        var ballots = new HashMap<String, Consent>();
        for (var i = 0; i < said.size(); i++) {
            roll.add(new OwnedUnit("u" + i, 5000 + 137L * i, "o" + i / 2, false));
            if (said.get(i) < 3 && i % 2 == 0) {
                ballots.put("u" + i, Consent.values()[said.get(i)]);
            }
        }
        roll.add(new OwnedUnit("last", 9000, "last", false));
        var before = OwnersCount.count(special, roll, ballots);
        ballots.put("last", Consent.ABSTAIN);
        var after = OwnersCount.count(special, roll, ballots);
        assertThat(after.quorum() || !before.quorum()).isTrue();
        assertThat(before.majority() || !after.majority()).isTrue();
        assertThat(after.totalHeads()).isEqualTo((said.size() + 1) / 2 + 1);
    }
}
