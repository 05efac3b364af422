package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.internal.DefinitionFiles.Declared;
import org.zhuxi.indicator.internal.DefinitionFiles.IndicatorRow;
import org.zhuxi.indicator.internal.DefinitionFiles.Topic;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;

/** All measures and indicators the program knows, checked against each other when it starts. */
@Component
public class DefinitionBook {

    private final Map<String, Names> topics = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Formula> formulas = new LinkedHashMap<>();

    @Autowired
    DefinitionBook() {
        this(DefinitionFiles.read(DefinitionFiles.SHIPPED));
    }

    /** @throws IllegalStateException when declarations contradict each other; the message names the code */
    DefinitionBook(List<Declared> files) {
        list(files, Declared::topics).map(Topic.class::cast).forEach(topic -> topics.put(topic.code(), topic.names()));
        list(files, Declared::measures)
                .map(row -> row.measure())
                .forEach(measure ->
                        require(measures.put(measure.code(), measure) == null, measure.code(), "is declared twice"));
        measures.values().forEach(measure -> MeasureRules.check(measure, measures));
        var rows = new LinkedHashMap<String, IndicatorRow>();
        list(files, Declared::indicators)
                .forEach(row -> require(rows.put(row.code(), row) == null, row.code(), "is declared twice"));
        rows.values().forEach(row -> formulas.put(row.code(), formula(row, rows)));
    }

    private static <T> Stream<T> list(
            List<Declared> files, java.util.function.Function<Declared, @Nullable List<T>> part) {
        return files.stream().map(part).filter(Objects::nonNull).flatMap(Collection::stream);
    }

    private Formula formula(IndicatorRow row, Map<String, IndicatorRow> rows) {
        require(topics.containsKey(row.topic()), row.code(), "has an unknown topic");
        require(
                !row.names().zh().contains("率") || row.denominator() != null,
                row.code(),
                "is called a rate and has no denominator");
        var numerator = expression(row.numerator(), row.code(), rows, new LinkedHashSet<>());
        var below = row.denominator();
        var denominator = below == null ? null : expression(below, row.code(), rows, new LinkedHashSet<>());
        var used = Stream.concat(numerator.measures(), denominator == null ? Stream.empty() : denominator.measures())
                .distinct()
                .toList();
        used.forEach(code -> require(measures.containsKey(code), row.code(), "uses the unknown measure " + code));
        require(!used.isEmpty(), row.code(), "uses no measure");
        var definition = new IndicatorDefinition(
                row.code(),
                row.version(),
                row.topic(),
                row.names(),
                row.unit(),
                row.decimals(),
                row.direction(),
                row.numerator(),
                below,
                Objects.requireNonNullElse(row.factor(), BigDecimal.ONE),
                row.formula(),
                row.source(),
                row.example(),
                row.applicability(),
                used);
        return new Formula(
                definition,
                numerator,
                denominator,
                applicability(row, rows).distinct().toList());
    }

    /** Its own, and those of the indicators it is reckoned from. */
    private static Stream<Applicability> applicability(IndicatorRow row, Map<String, IndicatorRow> rows) {
        return Stream.concat(
                Stream.ofNullable(row.applicability()),
                Stream.of(row.numerator(), Objects.requireNonNullElse(row.denominator(), "0"))
                        .flatMap(text -> ExpressionParser.parse(text).indicators())
                        .flatMap(code -> Stream.ofNullable(rows.get(code)))
                        .flatMap(other -> applicability(other, rows)));
    }

    private static Expression expression(String text, String code, Map<String, IndicatorRow> rows, Set<String> above) {
        require(above.add(code), code, "is reckoned from itself: " + String.join(" → ", above));
        try {
            var read = ExpressionParser.parse(text);
            return putIn(read, rows, above);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Indicator " + code + ": " + e.getMessage(), e);
        } finally {
            above.remove(code);
        }
    }

    /** The same with the expressions of other indicators in their places. */
    private static Expression putIn(Expression read, Map<String, IndicatorRow> rows, Set<String> above) {
        return switch (read) {
            case Expression.Constant constant -> constant;
            case Expression.Term term -> term;
            case Expression.Binary(var operator, var left, var right) ->
                new Expression.Binary(operator, putIn(left, rows, above), putIn(right, rows, above));
            case Expression.Call(var function, var arguments) ->
                new Expression.Call(
                        function,
                        arguments.stream().map(one -> putIn(one, rows, above)).toList());
            case Expression.Other(var code) -> other(code, rows, above);
        };
    }

    private static Expression other(String code, Map<String, IndicatorRow> rows, Set<String> above) {
        var row = rows.get(code);
        if (row == null) {
            throw new IllegalArgumentException("no such indicator: " + code);
        }
        var factor = new Expression.Constant(Objects.requireNonNullElse(row.factor(), BigDecimal.ONE));
        var numerator = new Expression.Binary(
                Expression.Operator.TIMES, expression(row.numerator(), code, rows, new LinkedHashSet<>(above)), factor);
        var below = row.denominator();
        return below == null
                ? numerator
                : new Expression.Binary(
                        Expression.Operator.BY, numerator, expression(below, code, rows, new LinkedHashSet<>(above)));
    }

    static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(code + " " + otherwise);
        }
    }

    public Map<String, Names> topics() {
        return topics;
    }

    public Map<String, Measure> measures() {
        return measures;
    }

    /** @throws Refused.NotFound when there is no such measure */
    public Measure measure(String code) {
        return Optional.ofNullable(measures.get(code)).orElseThrow(() -> new Refused.NotFound(code));
    }

    public List<IndicatorDefinition> indicators() {
        return formulas.values().stream().map(Formula::definition).toList();
    }

    /** All that must hold of a community for an indicator to speak of it; nothing when there is no such indicator. */
    List<Applicability> applicability(String indicator) {
        var formula = formulas.get(indicator);
        return formula == null ? List.of() : formula.applicability();
    }

    /** @throws Refused.NotFound when there is no such indicator */
    Formula formula(String code) {
        return Optional.ofNullable(formulas.get(code)).orElseThrow(() -> new Refused.NotFound(code));
    }

    /**
     * An expression that no indicator names, with the indicators in it put in.
     *
     * @throws IllegalArgumentException when it cannot be read, names something unknown or divides by a zero written in it
     */
    Formula adHoc(String text, @Nullable String divisor) {
        var above = ExpressionParser.parse(text);
        var below = divisor == null ? null : ExpressionParser.parse(divisor);
        var numerator = AdHoc.putIn(above, formulas);
        var denominator = below == null ? null : AdHoc.putIn(below, formulas);
        var used = Stream.concat(numerator.measures(), denominator == null ? Stream.empty() : denominator.measures())
                .distinct()
                .toList();
        AdHoc.requireKnown(used, measures.keySet());
        var applicability = Stream.concat(above.indicators(), below == null ? Stream.empty() : below.indicators())
                .flatMap(code -> formula(code).applicability().stream())
                .distinct()
                .toList();
        return new Formula(AdHoc.definition(text, divisor, used), numerator, denominator, applicability);
    }

    /** @throws Refused.NotFound when there is no such indicator */
    public IndicatorDefinition definition(String code) {
        return formula(code).definition();
    }

    /** The measures of a formula, and those that say how many households are behind them. */
    Set<String> needed(Formula formula) {
        var needed = new HashSet<String>();
        formula.measures().forEach(code -> {
            needed.add(code);
            var cell = measure(code).cell();
            if (cell != null) {
                needed.add(cell);
            }
        });
        return needed;
    }
}
