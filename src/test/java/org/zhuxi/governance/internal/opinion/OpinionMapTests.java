package org.zhuxi.governance.internal.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class OpinionMapTests {

    private record Conversation(OpinionTable table, int[] groups, List<Integer> ids) {}

    @ParameterizedTest
    @ValueSource(strings = {"bg2050-volunteers", "scoop-hivemind.biodiversity"})
    void findsTheGroupsThatTheExportNames(String name) throws IOException {
        var conversation = read(name);
        var map = OpinionMap.of(conversation.table());
        assertThat(map.count()).isEqualTo(2);
        assertThat(adjustedRand(map.groups(), conversation.groups())).isGreaterThanOrEqualTo(0.8);
        var top = map.consensus(true).getFirst();
        try (var file = getClass().getResourceAsStream("/governance/opinion/expected.json")) {
            var expected = new ObjectMapper()
                    .readTree(file)
                    .get(name)
                    .get("top5_group_aware_consensus")
                    .get(0);
            assertThat(conversation.ids().get(top.statement()))
                    .isEqualTo(expected.get(0).asInt());
            assertThat(top.score()).isCloseTo(expected.get(1).asDouble(), within(1e-6));
        }
    }

    private static Conversation read(String name) throws IOException {
        var hidden = new HashSet<Integer>();
        try (var file = OpinionMapTests.class.getResourceAsStream("/governance/opinion/hidden.json")) {
            new ObjectMapper().readTree(file).get(name).forEach(id -> hidden.add(id.asInt()));
        }
        var stream = Objects.requireNonNull(
                OpinionMapTests.class.getResourceAsStream("/governance/opinion/" + name + ".csv.gz"));
        try (var csv = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
            var heads = csv.getHeaderNames();
            var ids = heads.stream()
                    .filter(it -> it.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .toList();
            var rows = new ArrayList<double[]>();
            var groups = new ArrayList<Integer>();
            for (var record : csv) {
                rows.add(ids.stream()
                        .mapToDouble(id -> number(record.get(String.valueOf(id))))
                        .toArray());
                var group = record.get("group-id");
                groups.add(group.isEmpty() ? -1 : Integer.parseInt(group));
            }
            var columns = new HashSet<Integer>();
            ids.forEach(id -> {
                if (hidden.contains(id)) {
                    columns.add(ids.indexOf(id));
                }
            });
            return new Conversation(
                    new OpinionTable(rows.toArray(double[][]::new), ids.size(), columns),
                    groups.stream().mapToInt(Integer::intValue).toArray(),
                    ids);
        }
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Hubert and Arabie 1985, over those whom both put into a group. */
    private static double adjustedRand(int[] a, int[] b) {
        Map<List<Integer>, Integer> cells = new HashMap<>();
        Map<Integer, Integer> rows = new HashMap<>();
        Map<Integer, Integer> columns = new HashMap<>();
        var n = 0;
        for (var i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0) {
                cells.merge(List.of(a[i], b[i]), 1, Integer::sum);
                rows.merge(a[i], 1, Integer::sum);
                columns.merge(b[i], 1, Integer::sum);
                n++;
            }
        }
        var expected = pairs(rows) * pairs(columns) / (n * (n - 1) / 2.0);
        return (pairs(cells) - expected) / ((pairs(rows) + pairs(columns)) / 2 - expected);
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToDouble(it -> it * (it - 1) / 2.0).sum();
    }

    @Test
    void findsTheAxisOfTheUnitOracle() {
        var rows = new double[][] {{1, 0, 0}, {-1, 1, .1}, {0, 1, .1}, {0, 1, -.1}};
        var axis = PrincipalComponents.axis(rows, new double[] {1, 1, 1}, 3);
        assertThat(axis[0]).isCloseTo(-0.34217, within(2e-5));
        assertThat(axis[1]).isCloseTo(0.93906, within(1e-5));
        assertThat(axis[2]).isCloseTo(0.032633, within(1e-5));
    }

    @Test
    void testsTwoProportionsAsTheOracleDoes() {
        assertThat(Standing.proportions(15, 56, 24, 71)).isCloseTo(-1.518, within(0.005));
    }

    @Test
    void findsWhatTwoCampsAgreeOnAndWhatSetsThemApart() {
        var rows = new ArrayList<double[]>();
        for (var i = 0; i < 30; i++) {
            var row = new double[12];
            Arrays.setAll(row, j -> 0);
            var camp = i % 3 == 0 ? 1 : -1;
            for (var j = 0; j < 6; j++) {
                row[j] = (j + i) % 7 == 0 ? -camp : camp;
            }
            row[6] = 1;
            rows.add(row);
        }
        var map = OpinionMap.of(new OpinionTable(rows.toArray(double[][]::new), 12, Set.of()));
        assertThat(map.count()).isEqualTo(2);
        assertThat(map.consensus(true).getFirst().statement()).isEqualTo(6);
        assertThat(map.typical(0)).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(map.size(0) + map.size(1)).isEqualTo(30);
    }

    @Test
    void bearsNobodyAndNothing() {
        assertThat(OpinionMap.of(new OpinionTable(new double[0][], 0, Set.of())).count())
                .isZero();
        assertThat(OpinionMap.of(new OpinionTable(new double[][] {{1}}, 1, Set.of()))
                        .count())
                .isEqualTo(1);
    }
}
