package org.zhuxi.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.Direction;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.internal.DefinitionFiles.Declared;
import org.zhuxi.indicator.internal.DefinitionFiles.IndicatorRow;
import org.zhuxi.indicator.internal.DefinitionFiles.MeasureRow;
import org.zhuxi.indicator.internal.DefinitionFiles.Topic;
import org.zhuxi.indicator.internal.Evaluation.Outcome;
import org.zhuxi.kernel.Names;

/** Expressions over measures: small, exact, and honest about what is missing. */
class ExpressionTests {

    private static final Names NAMES = new Names("试", "Trial");
    private static final Map<String, BigDecimal> KNOWN =
            Map.of("a.x", new BigDecimal("6"), "a.y", new BigDecimal("4"), "a.zero", BigDecimal.ZERO);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) × 3 | 9",
                "10 − 2 − 3 | 5",
                "24 / 4 / 2 | 3",
                "#{a.x} ÷ #{a.y} | 1.5",
                "-#{a.x} + 10 | 4",
                "min(#{a.x}, #{a.y}) | 4",
                "max(#{a.x}, #{a.y}) | 6",
                "if(#{a.x} >= 6, 1, 0) | 1",
                "if(#{a.x} < 6, 1, 0) | 0",
                "if(#{a.x} == 6, #{a.y}, #{none.there}) | 4",
                "isNull(#{none.there}) | 1",
                "firstNonNull(#{none.there}, 5) | 5",
                "0.1 + 0.2 | 0.3"
            })
    void reckonsExactly(String expression, BigDecimal expected) {
        assertThat(value(expression))
                .isInstanceOfSatisfying(
                        Outcome.Amount.class,
                        amount -> assertThat(amount.value()).isEqualByComparingTo(expected));
    }

    @Test
    void whatIsMissingMakesTheWholeMissingAndNeverZero() {
        assertThat(value("#{a.x} + #{none.there}"))
                .isEqualTo(new Outcome.Missing(new Reckoned.None(Reason.MISSING, "none.there")));
        assertThat(value("#{a.x} / #{a.zero}"))
                .isEqualTo(new Outcome.Missing(new Reckoned.None(Reason.DIVISION_BY_ZERO, "")));
        assertThat(value("max(#{none.there}, 1)")).isInstanceOf(Outcome.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "#{a.x",
                "#{A B}",
                "1 2",
                "system(1)",
                "min(1)",
                "if(1, 2)",
                "1; drop table x",
                "${7*7}",
                "((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))"
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome value(String expression) {
        return new Evaluation(code -> KNOWN.containsKey(code)
                        ? new Outcome.Amount(KNOWN.get(code), Qualifier.EXACT)
                        : Outcome.missing(Reason.MISSING, code))
                .of(ExpressionParser.parse(expression));
    }

    @Test
    void anIndicatorReckonedFromItselfStopsTheStart() {
        var circle = List.of(row("c.one", "N{c.two}", null), row("c.two", "#{a.x} + N{c.one}", null));

        assertThatThrownBy(() -> new DefinitionBook(List.of(declared(circle))))
                .hasMessageContaining("reckoned from itself")
                .hasMessageContaining("c.one");
    }

    @Test
    void aRateWithoutADenominatorStopsTheStart() {
        var rate = new IndicatorRow(
                "c.rate",
                1,
                "t",
                new Names("某率", "Rate"),
                NAMES,
                0,
                Direction.UP,
                "#{a.x}",
                null,
                null,
                NAMES,
                NAMES,
                NAMES,
                null);

        assertThatThrownBy(() -> new DefinitionBook(List.of(declared(List.of(rate)))))
                .hasMessageContaining("has no denominator");
        assertThatThrownBy(() -> new DefinitionBook(List.of(declared(List.of(row("c.x", "#{a.none}", null))))))
                .hasMessageContaining("a.none");
    }

    @Test
    void anIndicatorOfAnIndicatorIsReckonedFromItsMeasures() {
        var book = new DefinitionBook(List.of(
                declared(List.of(row("c.sum", "#{a.x} + #{a.y}", null), row("c.share", "#{a.x}", "N{c.sum}")))));

        var share =
                book.formula("c.share").reckon(Map.of("a.x", tally("6"), "a.y", tally("4")), book.measures(), false);

        assertThat(share.orNull()).isEqualByComparingTo("0.6");
        assertThat(book.definition("c.share").measures()).containsExactly("a.x", "a.y");
    }

    @Test
    void whatIsReckonedFromAnIndicatorAppliesWhereThatDoes() {
        var urban = new Applicability(Applicability.Settlement.URBAN, List.of(), NAMES);
        var old = new Applicability(null, List.of("老旧小区"), NAMES);
        var book = new DefinitionBook(List.of(declared(List.of(
                row("c.part", "#{a.x}", null, urban),
                row("c.share", "#{a.y}", "N{c.part}", old),
                row("c.all", "1", "#{a.x}")))));

        assertThat(book.applicability("c.share")).containsExactly(old, urban);
        assertThat(book.applicability("c.all")).isEmpty();
        assertThat(book.adHoc("#{a.x}", "N{c.share}").applicability()).containsExactly(old, urban);
        assertThat(book.adHoc("#{a.x}", null).applicability()).isEmpty();
    }

    @Test
    void aRatioDoesNotSetSomePlacesAgainstOthers() {
        var book = new DefinitionBook();
        var rate = book.formula("assessment.participation.rate");
        var measures = rate.measures().toList();

        var whole = rate.reckon(
                Map.of(measures.getFirst(), tally("22", 1), measures.getLast(), tally("31", 1)),
                book.measures(),
                false);
        var uneven = rate.reckon(
                Map.of(measures.getFirst(), tally("22", 1), measures.getLast(), tally("4568", 17)),
                book.measures(),
                false);

        assertThat(whole.orNull()).isEqualByComparingTo("70.97");
        assertThat(uneven).isEqualTo(new Reckoned.None(Reckoned.Reason.INCOMPLETE, measures.getFirst()));
    }

    @Test
    void theShippedDeclarationsHoldTogether() {
        var book = new DefinitionBook();

        assertThat(book.indicators()).hasSizeGreaterThan(20).allSatisfy(indicator -> {
            assertThat(indicator.example().zh()).isNotBlank();
            assertThat(indicator.source().en()).isNotBlank();
        });
        assertThat(book.measures().values()).anyMatch(measure -> measure.aggregation() == Aggregation.DISTINCT);
    }

    private static Tally tally(String value) {
        return tally(value, 1);
    }

    private static Tally tally(String value, long places) {
        return new Tally(new BigDecimal(value), places, BigDecimal.ZERO, 0, 0, 0, 0, 0, places);
    }

    private static Declared declared(List<IndicatorRow> indicators) {
        return new Declared(List.of(new Topic("t", NAMES)), List.of(measure("a.x"), measure("a.y")), indicators);
    }

    private static MeasureRow measure(String code) {
        return new MeasureRow(
                code, NAMES, NAMES, 0, Aggregation.SUM, Measure.Source.ENTERED, null, null, null, null, null, NAMES);
    }

    private static IndicatorRow row(String code, String numerator, @Nullable String denominator) {
        return row(code, numerator, denominator, null);
    }

    private static IndicatorRow row(
            String code, String numerator, @Nullable String denominator, @Nullable Applicability applicability) {
        return new IndicatorRow(
                code,
                1,
                "t",
                NAMES,
                NAMES,
                1,
                Direction.UP,
                numerator,
                denominator,
                null,
                NAMES,
                NAMES,
                NAMES,
                applicability);
    }
}
