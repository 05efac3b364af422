package org.zhuxi.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.Expressions;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;

/** What the program can answer by itself about a community, from verified values; people answer the rest. */
@Service
@Transactional(readOnly = true)
public class Filling {

    private static final int MONTHS = 12;

    private final Expressions expressions;
    private final Map<List<String>, Basis> bases = new ConcurrentHashMap<>();

    Filling(Expressions expressions) {
        this.expressions = expressions;
    }

    /**
     * What was found for one criterion.
     *
     * @param finding its answers only; evidence is supplied by people
     * @param provenance where each answer comes from, or why there is none
     */
    public record Filled(Finding finding, List<Provenance> provenance) {}

    /**
     * Where an answer comes from.
     *
     * @param part code of the check it answers, empty for the only one
     * @param measures codes of the measures it was reckoned from
     * @param missing why there is no answer, or null when there is one
     */
    public record Provenance(
            String part,
            String expression,
            ReportPeriod period,
            List<String> measures,
            Reckoned.@Nullable Reason missing) {}

    /**
     * The findings of all criteria for which an expression is written down.
     *
     * @param period the cycle's year, or a month
     * @return by code of the criterion; criteria only people can answer are missing
     */
    public Map<String, Filled> fill(StandardVersion standard, PlacePath at, ReportPeriod period) {
        return read(standard, List.of(at), period).fill(at);
    }

    /** What the findings at some places rest on, read at once. */
    public Source read(StandardVersion standard, Collection<PlacePath> at, ReportPeriod period) {
        return new Source(standard, period, expressions.read(used(standard, period), at, period));
    }

    /** The same in communities, of which there may be thousands. */
    public Source readIn(StandardVersion standard, Collection<CommunityId> communities, ReportPeriod period) {
        return new Source(standard, period, expressions.readIn(used(standard, period), communities, period));
    }

    private List<String> used(StandardVersion standard, ReportPeriod period) {
        return standard.criteria().stream()
                .filter(criterion -> isWithin(criterion, period))
                .flatMap(criterion -> Stream.concat(expressions(criterion), indicator(criterion).stream()))
                .distinct()
                .toList();
    }

    /** Answers for the places it was read for; several threads may ask. */
    public final class Source {

        private final List<Asked> asked;
        private final ReportPeriod period;
        private final Expressions.Values values;

        private Source(StandardVersion standard, ReportPeriod period, Expressions.Values values) {
            this.asked = standard.criteria().stream()
                    .filter(criterion -> isWithin(criterion, period))
                    .map(criterion -> new Asked(criterion, indicator(criterion)))
                    .toList();
            this.period = period;
            this.values = values;
        }

        /** As {@link Filling#fill}. */
        public Map<String, Filled> fill(PlacePath at) {
            var filled = new LinkedHashMap<String, Filled>();
            for (var each : asked) {
                var criterion = each.criterion();
                var one = new One(at, period, values);
                criterion.check().asked().forEach(one::answer);
                if (criterion.applicability() instanceof Applicability.When(var expression, var names)) {
                    one.applies(expression);
                }
                each.indicator().ifPresent(one::isOfKind);
                if (!one.provenance.isEmpty()) {
                    filled.put(criterion.code(), one.filled());
                }
            }
            return filled;
        }
    }

    /** @param indicator its indicator as an expression, when that speaks of some communities only */
    private record Asked(Criterion criterion, Optional<String> indicator) {}

    private static Stream<String> expressions(Criterion criterion) {
        return criterion.applicability() instanceof Applicability.When(var expression, var names)
                ? Stream.concat(criterion.check().expressions(), Stream.of(expression))
                : criterion.check().expressions();
    }

    /** The indicator of a criterion as an expression, when it speaks of some communities only. */
    private Optional<String> indicator(Criterion criterion) {
        return Optional.ofNullable(criterion.indicator())
                .filter(expressions::isForSome)
                .map("N{%s}"::formatted);
    }

    /** What a value is reckoned from. */
    private record Basis(String expression, List<String> measures) {}

    private Basis basis(List<String> parts) {
        return bases.computeIfAbsent(
                parts,
                any -> new Basis(
                        String.join(" ÷ ", parts),
                        List.copyOf(expressions.measures(parts).keySet())));
    }

    /** A criterion that looks back further than the period is no sum of it. */
    private static boolean isWithin(Criterion criterion, ReportPeriod period) {
        var months = criterion.lookBackMonths();
        return months == null || months <= (period.isYear() ? MONTHS : 1);
    }

    /** The answers for one criterion. */
    private final class One {

        private final PlacePath at;
        private final ReportPeriod period;
        private final Expressions.Values values;
        private final Map<String, Answer> answers = new HashMap<>();
        private final List<Provenance> provenance = new ArrayList<>();
        private @Nullable Boolean applies;

        One(PlacePath at, ReportPeriod period, Expressions.Values values) {
            this.at = at;
            this.period = period;
            this.values = values;
        }

        void answer(Check.Part part) {
            switch (part.check()) {
                case Check.Measure measure -> measured(part.code(), measure);
                case Check.YesNo yesNo -> there(part.code(), yesNo);
                case Check.Checklist checklist -> {}
                case Check.Document document -> {}
                case Check.Panel panel -> {}
                case Check.All all -> {}
            }
        }

        private void measured(String part, Check.Measure measure) {
            var of = measure.of();
            if (of == null) {
                return;
            }
            var value = value(part, of, measure.per());
            if (value == null) {
                return;
            }
            var below = value.denominator();
            answers.put(
                    part,
                    below == null
                            ? new Answer.Amount(new QualifiedNumber(
                                    value.numerator(),
                                    value.qualifier(),
                                    value.numerator().toPlainString()))
                            : new Answer.Share(new Ratio(value.numerator(), below), value.qualifier()));
        }

        private void there(String part, Check.YesNo yesNo) {
            var of = yesNo.of();
            var value = of == null ? null : value(part, of, null);
            var isThere = value == null ? null : isNotZero(value);
            if (isThere != null) {
                answers.put(part, new Answer.YesNo(isThere));
            }
        }

        void applies(String expression) {
            var value = value(Finding.ONLY, expression, null);
            applies = value == null ? null : isNotZero(value);
        }

        /** A criterion is not asked where its indicator does not apply. */
        void isOfKind(String indicator) {
            if (values.of(indicator, null, at) instanceof Reckoned.None(var reason, var term)
                    && reason == Reckoned.Reason.NOT_APPLICABLE) {
                provenance.add(provenance(Finding.ONLY, basis(List.of(indicator)), reason));
                answers.clear();
                applies = false;
            }
        }

        /** Unknown when the qualifier leaves zero open. */
        private static @Nullable Boolean isNotZero(Reckoned.Known value) {
            var sign = value.numerator().signum();
            return switch (value.qualifier()) {
                case EXACT -> sign != 0;
                case AT_LEAST -> sign > 0 ? true : null;
                case AT_MOST -> sign < 0 ? true : null;
                case ABOUT -> null;
            };
        }

        private Reckoned.@Nullable Known value(String part, String of, @Nullable String per) {
            var basis = basis(per == null ? List.of(of) : List.of(of, per));
            return switch (values.of(of, per, at)) {
                case Reckoned.Known known -> {
                    provenance.add(provenance(part, basis, null));
                    yield known;
                }
                case Reckoned.None(var reason, var term) -> {
                    provenance.add(provenance(part, basis, reason));
                    yield null;
                }
            };
        }

        private Provenance provenance(String part, Basis basis, Reckoned.@Nullable Reason missing) {
            return new Provenance(part, basis.expression(), period, basis.measures(), missing);
        }

        Filled filled() {
            return new Filled(new Finding(answers, null, applies, null, List.of()), List.copyOf(provenance));
        }
    }
}
