package org.zhuxi.governance.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.governance.internal.budget.PbRefused.Fault;

class PbReaderTests {

    private static final String GOOD = """
            META
            key;value
            description;Green community PB 2026
            country;China
            unit;Community X
            instance;2026
            num_projects;2
            num_votes;3
            budget;100000
            vote_type;approval
            rule;equalshares/add1
            date_begin;01.03.2026
            date_end;31.03.2026
            min_length;1
            max_length;5
            PROJECTS
            project_id;cost;votes;name
            1;60000;2;"Rain; garden"
            2;30000;2;E-bike shed
            VOTES
            voter_id;vote
            1;1,2
            2;1
            3;2
            """;

    @Test
    void readsAFile() {
        var file = PbReader.read("\uFEFF" + GOOD);
        assertThat(file.election().budget()).isEqualTo(100_000);
        assertThat(file.election().projects().getFirst().name()).isEqualTo("Rain; garden");
        assertThat(file.election().ballots()).hasSize(3);
        assertThat(file.meta()).containsEntry("unit", "Community X");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            META                   | METER                  | NO_SECTION
            PROJECTS               | PROJECT                | NO_SECTION
            num_projects;2         | num_projects;3         | COUNT_DIFFERS
            num_votes;3            | num_votes;2            | COUNT_DIFFERS
            budget;100000          | budget;100000,50       | NO_NUMBER
            budget;100000          | budget;0               | NO_NUMBER
            budget;100000          | purse;100000           | NO_KEY
            vote_type;approval     | vote_type;shouting     | UNKNOWN_TYPE
            2;30000                | 1;30000                | TWICE
            1;60000                | 1;-60000               | NO_NUMBER
            1;60000;2              | 1;60000;3              | SUM_DIFFERS
            project_id;cost        | project_id;price       | NO_COLUMN
            2;1                    | 2;1,1                  | TWICE
            2;1                    | 2;7                    | UNKNOWN_PROJECT
            3;2                    | 2;2                    | TWICE
            max_length;5           | max_length;1           | OUTSIDE_LIMITS
            min_length;1           | min_length;one         | NO_NUMBER
            """)
    void refusesWhatDoesNotAddUp(String good, String bad, Fault fault) {
        var text = GOOD.replaceFirst("(?m)^" + good, bad);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> PbReader.read(text))
                .isInstanceOfSatisfying(
                        PbRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }

    @Test
    void refusesAnyCutOfAFileOrReadsIt() {
        for (var end = 0; end < GOOD.length(); end++) {
            var cut = GOOD.substring(0, end);
            try {
                PbReader.read(cut);
            } catch (PbRefused expected) {
                assertThat(expected.fault()).isNotNull();
            }
        }
        assertThatThrownBy(() -> PbReader.read("META\n\"open")).isInstanceOf(PbRefused.class);
    }

    @Test
    void writesWhatItReads() {
        for (var name : java.util.List.of("Netherlands_Assen_2024.pb", "Poland_Czestochowa_2020_Podjasnogorska.pb")) {
            var file = PbReader.read(Instances.text(name));
            var meta = new LinkedHashMap<>(file.meta());
            meta.keySet().removeAll(java.util.List.of("num_projects", "num_votes", "budget", "vote_type"));
            var voters = IntStream.range(0, file.election().ballots().size())
                    .mapToObj(String::valueOf)
                    .toList();
            var again = PbReader.read(PbWriter.write(file.election(), meta, voters, file.selected()));
            assertThat(again.election()).isEqualTo(file.election());
            assertThat(again.selected()).isEqualTo(file.selected());
        }
    }
}
