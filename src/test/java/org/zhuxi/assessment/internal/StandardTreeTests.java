package org.zhuxi.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a standard is written anew in one place, and stays the same everywhere else. */
class StandardTreeTests {

    private static String shipped(String name) {
        try (var file = Objects.requireNonNull(StandardTree.class.getResourceAsStream("/standard/" + name + ".yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandardTree tree(String text) {
        return StandardTree.read(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GC2020.1", "EXAMPLE-100.1", "EXAMPLE-LEVELS.1", "HEAT-7.1"})
    void everyShippedStandardComesBackWhateverCriterionIsWrittenAnew(String name) {
        var tree = tree(shipped(name));
        var criteria = tree.criteria();
        assertThat(criteria).isNotEmpty();
        for (var i = 0; i < criteria.size(); i++) {
            var again = tree(tree.with(i, criteria.get(i), StandardEditor.CRITERION));

            assertThat(again.criteria()).isEqualTo(criteria);
            assertThat(again.frame()).isEqualTo(tree.frame());
        }
        var again = tree(tree.withFrame(tree.frame(), StandardEditor.FRAME));
        assertThat(again.criteria()).isEqualTo(criteria);
        assertThat(again.frame()).isEqualTo(tree.frame());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GC2020.1", "EXAMPLE-100.1", "EXAMPLE-LEVELS.1", "HEAT-7.1"})
    void aCriterionTakenOutAndPutBackIsTheSame(String name) {
        var tree = tree(shipped(name));
        var criteria = tree.criteria();
        for (var i = 0; i < criteria.size(); i++) {
            var without = tree(tree.without(i));
            assertThat(without.criteria()).hasSize(criteria.size() - 1).doesNotContain(criteria.get(i));

            assertThat(tree(without.withNew(i, criteria.get(i))).criteria()).isEqualTo(criteria);
        }
    }

    @Test
    void commentsAndCodesOfZerosStay() {
        var tree = tree(shipped("EXAMPLE-100.1"));
        var fields = new HashMap<>(tree.criteria().getFirst());
        fields.put("maxPoints", List.of("9"));

        var text = tree.with(0, fields, StandardEditor.CRITERION);

        assertThat(text)
                .contains("# An example of a scored standard", "jurisdiction: \"000000000000\"", "maxPoints: 9")
                .contains("#{register.communities} >= 1");
    }

    @Test
    void whatIsBlankIsLeftOutAndWhatTheKindDoesNotHaveToo() {
        var tree = tree("criteria: []\n");
        var text = tree.withNew(
                0,
                Map.of(
                        "code", List.of("X-1"),
                        "names.zh", List.of("  "),
                        "check.kind", List.of("YES_NO"),
                        "check.threshold.op", List.of("GE"),
                        "check.items[0].code", List.of("a"),
                        "points.from", List.of("3"),
                        "evidence[0].kind", List.of(""),
                        "evidence[1].kind", List.of("PHOTO"),
                        "covers", List.of("GC2020-01", "GC2020-02")));

        assertThat(tree(text).criteria())
                .containsExactly(Map.of(
                        "code", List.of("X-1"),
                        "check.kind", List.of("YES_NO"),
                        "evidence[0].kind", List.of("PHOTO"),
                        "covers", List.of("GC2020-01", "GC2020-02")));
    }

    @Test
    void keysAFormDoesNotKnowAreNotLost() {
        var tree = tree("criteria:\n  - {code: A, rolle: VETO}\n");

        var text = tree.with(0, Map.of("code", List.of("B")), StandardEditor.CRITERION);

        assertThat(tree(text).criteria()).containsExactly(Map.of("code", List.of("B"), "rolle", List.of("VETO")));
    }

    @Test
    void typedWordsNeverBecomeYaml() {
        var words = List.of(
                "a: b", "- x", "# no", "\"", "'", "{a: 1}", "&a", "*a", "~", "null", "|", "%x", "@x", "a\nb: c");
        for (var typed : words) {
            var text = tree("criteria: []\n").withNew(0, Map.of("names.zh", List.of(typed), "code", List.of("A")));

            assertThat(tree(text).criteria())
                    .as(typed)
                    .containsExactly(Map.of("code", List.of("A"), "names.zh", List.of(typed.replace('\n', ' '))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "- a", "a: [", "criteria: x", "a: &b {c: d}\ne: *b", "? {a: b}\n: c"})
    void whatCannotBeWrittenAnewHasNoForm(String text) {
        assertThat(StandardTree.read(text)).isEmpty();
    }

    @Test
    void pathsThatAreNoneAreLeftOut() {
        var text = tree("criteria: []\n")
                .withNew(
                        0,
                        Map.of(
                                "code", List.of("A"),
                                "x..y", List.of("1"),
                                "[0]", List.of("1"),
                                "a[9999].b", List.of("1"),
                                "a.b.c.d.e.f.g.h.i", List.of("1"),
                                "covers[0]", List.of("1")));

        assertThat(tree(text).criteria().getFirst())
                .containsEntry("code", List.of("A"))
                .hasSize(1);
    }
}
