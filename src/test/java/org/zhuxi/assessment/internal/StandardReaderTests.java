package org.zhuxi.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.testing.ZhuxiTest;

/** A wrong text is refused with everything that is wrong with it, each with its line; nothing ever fails the program. */
@ZhuxiTest
class StandardReaderTests {

    private final StandardRules rules;
    private final StandardBook book;
    private final Messages messages;

    StandardReaderTests(StandardRules rules, StandardBook book, Messages messages) {
        this.rules = rules;
        this.book = book;
        this.messages = messages;
    }

    private static final String GOOD = """
            code: TRIAL-1
            version: 1
            names: {zh: 试, en: Trial}
            jurisdiction: "000000000000"
            effectiveFrom: 2026-01-01
            official: false
            source: trial
            passRule: {kind: SCORE_GE, score: 70}
            total: 10
            areas:
              - {code: one, names: {zh: 一, en: One}, points: 10}
            criteria:
              - code: T-1
                area: one
                names: {zh: 甲, en: A}
                role: SCORED
                maxPoints: 10
                check: {kind: MEASURE, of: "#{lifeline.open}", threshold: {op: GE, value: 30, unit: "%", word: 不低于}}
                points: {kind: STEPS, steps: [{from: 30, points: 5}, {from: 60, points: 10}]}
                evidence: [{kind: PHOTO, min: 1}]
                supply: {roles: [COMMUNITY_CLERK], names: {zh: 填, en: Enter}, path: /work/indicators/new}
            """;

    private List<StandardFault> faults(String text) {
        return new StandardReader(rules)
                .read(text, StandardVersion.State.DRAFT, book)
                .faults();
    }

    @Test
    void aGoodTextIsRead() {
        assertThat(faults(GOOD)).isEmpty();
        var standard = new StandardReader(rules)
                .read(GOOD, StandardVersion.State.DRAFT, book)
                .standard();
        assertThat(standard).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxPoints: 10 | maxPoints: 9 | points-sum | 9",
                "kind: PHOTO | kind: PAINTING | not-among | 20",
                "{from: 60, points: 10} | {from: 20, points: 10} | not-ascending | 19",
                "{from: 60, points: 10} | {from: 60, points: 11} | points-above | 19",
                "#{lifeline.open} | #{lifeline.open | expression | 18",
                "#{lifeline.open} | #{no.such} | expression | 18",
                "#{lifeline.open} | N{no.such} | expression | 18",
                "#{lifeline.open} | 1 / (2 - 2) | expression | 18",
                "word: 不低于 | word: 超过 | word-against-op | 18",
                "area: one | area: two | area-unknown | 14",
                "role: SCORED | role: REQUIRED | role-not-in-rule | 16",
                "role: SCORED | role: DEDUCTION | deduction | 19",
                "score: 70 | score: 101 | score | 8",
                "score: 70 | score: 1e9 | not-a-number | 8",
                "000000000000 | 999999999999 | no-place | 4",
                "official: false | official: true | national-open | 12",
                "official: false | offical: false | key-unknown | 6",
                "source: trial | sauce: 1 | key-missing | 1",
                "version: 1 | version: 1.5 | not-whole | 2",
                "2026-01-01 | 2026-02-30 | not-a-day | 5",
                "official: false | parent: NOBODY | parent-unknown | 6",
                "path: /work/indicators/new | path: javascript | not-a-page | 21",
                "path: /work/indicators/new | path: //evil.example/x | not-a-page | 21",
                "code: T-1 | code: '<b>' | not-a-code | 13",
                "total: 10 | total: 11 | points-sum | 9",
                "en: Trial} | en: Trial | syntax |"
            })
    void aWrongTextSaysWhatAndWhere(String good, String bad, String slug, String line) {
        assertThat(GOOD).contains(good);
        var found = faults(GOOD.replace(good, bad));
        assertThat(found).extracting(StandardFault::slug).contains(slug);
        if (line != null) {
            assertThat(found)
                    .filteredOn(fault -> fault.slug().equals(slug))
                    .extracting(fault -> String.valueOf(fault.line()))
                    .contains(line.strip());
        }
        found.forEach(fault -> assertThat(
                        messages.get(java.util.Locale.ENGLISH, "assessment.fault." + fault.slug(), fault.arguments()))
                .doesNotContain("assessment.fault"));
    }

    @Test
    void codesStandOnce() {
        var twice = GOOD + GOOD.substring(GOOD.indexOf("  - code: T-1"));
        assertThat(faults(twice)).extracting(StandardFault::slug).contains("code-twice", "points-sum");
    }

    @Test
    void aDivisorThatIsZeroIsRefused() {
        assertThat(faults(GOOD.replace("of: \"#{lifeline.open}\",", "of: \"#{lifeline.open}\", per: \"3 - 3\",")))
                .extracting(StandardFault::slug)
                .contains("expression");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'- a'",
        "'a: *b'",
        "'a: &x [*x]'",
        "'{{{{{{{{{{{{{{{{{{{{{{'",
        "'\u0000'",
        "'!!java.lang.Runtime {}'",
        "'criteria: 5'",
        "'criteria: [5, [6]]'",
        "'code: {a: b}'"
    })
    void nonsenseIsTold(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void standardsThatRefineEachOtherInACircleStopTheStart() {
        var national = book.findText(StandardVersion.NATIONAL, 1).orElseThrow();
        var one = GOOD.replace("official: false", "official: false\nparent: TRIAL-2\nparentVersion: 1");
        var other = GOOD.replace("TRIAL-1", "TRIAL-2")
                .replace("official: false", "official: false\nparent: TRIAL-1\nparentVersion: 1");
        assertThatThrownBy(() -> new ShippedStandards(
                        Map.of("GC2020.1.yaml", national, "a.yaml", one, "b.yaml", other), rules, messages))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("standard/a.yaml, line")
                .hasMessageContaining("TRIAL-2");
    }

    @Test
    void aStandardIsNotItsOwnParent() {
        var text = book.findText("EXAMPLE-100", 1).orElseThrow().replace("parent: GC2020", "parent: EXAMPLE-100");
        assertThat(faults(text)).extracting(StandardFault::slug).contains("circle");
    }

    @Test
    void anUnmappedNationalCriterionIsNamed() {
        var text = book.findText("EXAMPLE-100", 1).orElseThrow().replaceAll("  - .code: E-11,.*\n", "");
        assertThat(faults(text))
                .filteredOn(fault -> fault.slug().equals("national-open"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).containsExactly("GC2020-11"));
    }
}
