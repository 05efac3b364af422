package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.EvidenceRule;
import org.zhuxi.assessment.Filling;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.Scoring;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.place.Places;

/** Scores what somebody types to see what would come out; evidence is taken as given. */
@Component
class Trials {

    static final String PLACE = "place";
    static final String PERIOD = "period";

    private static final Pattern SHARE = Pattern.compile("\\s*([0-9]{1,12})\\s*[/÷]\\s*([0-9]{1,12})\\s*");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
    private static final Pattern MARK = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,2})?");
    private static final UUID SOMEBODY = new UUID(0x7000L, 0x8000_0000_0000_0001L);

    private final Scoring scoring;
    private final Filling filling;
    private final Places places;

    Trials(Scoring scoring, Filling filling, Places places) {
        this.scoring = scoring;
        this.filling = filling;
        this.places = places;
    }

    /** The findings somebody typed, by name of the field. */
    Trial of(StandardVersion standard, Map<String, String> typed, LocalDate today) {
        var wrong = new HashMap<String, String>();
        var filled = filled(standard, typed, wrong);
        var findings = new HashMap<String, Finding>();
        for (var criterion : standard.criteria()) {
            var known = filled.getOrDefault(criterion.code(), Finding.NOTHING);
            findings.put(
                    criterion.code(),
                    finding(criterion, typed, wrong).completedBy(known).provedBy(proof(criterion, today)));
        }
        var isAsked = standard.criteria().stream()
                .flatMap(criterion -> Trial.names(criterion))
                .anyMatch(name -> !typed.getOrDefault(name, "").isBlank());
        var sheet = isAsked || !filled.isEmpty() ? scoring.score(standard, findings, today) : null;
        return new Trial(typed, wrong, filled, sheet);
    }

    /** What the program knows of a place, when one is named. */
    private Map<String, Finding> filled(
            StandardVersion standard, Map<String, String> typed, Map<String, String> wrong) {
        var code = typed.getOrDefault(PLACE, "").strip();
        if (code.isEmpty()) {
            return Map.of();
        }
        var place =
                DIVISION.matcher(code).matches() ? places.findByCode(code) : Optional.<org.zhuxi.place.Place>empty();
        var period = ReportPeriod.parse(typed.get(PERIOD));
        if (place.isEmpty()) {
            wrong.put(PLACE, "standard-place");
        }
        if (period.isEmpty()) {
            wrong.put(PERIOD, "standard-period");
        }
        return place.isEmpty() || period.isEmpty()
                ? Map.of()
                : filling.fill(standard, place.get().path(), period.get()).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().finding()));
    }

    private static Finding finding(Criterion criterion, Map<String, String> typed, Map<String, String> wrong) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> {
            var name = Trial.name(criterion, part);
            var words = typed.getOrDefault(name, "").strip();
            if (!words.isEmpty()) {
                answer(part.check(), words)
                        .ifPresentOrElse(
                                answer -> answers.put(part.code(), answer), () -> wrong.put(name, "standard-answer"));
            }
        });
        var asked = typed.getOrDefault(Trial.asked(criterion), "");
        var isNone = asked.equals("none");
        return switch (criterion.applicability()) {
            case Applicability.Always() -> new Finding(answers, null, null, null, List.of());
            case Applicability.When(var expression, var names) ->
                new Finding(answers, null, asked.isEmpty() ? null : !isNone, null, List.of());
            case Applicability.CertifiedZero(var names) ->
                new Finding(
                        answers,
                        null,
                        null,
                        isNone ? new Finding.Certificate(SOMEBODY, LocalDate.EPOCH) : null,
                        List.of());
        };
    }

    /** Reads an answer; empty when it is none. */
    private static Optional<Answer> answer(Check check, String words) {
        return switch (check) {
            case Check.Measure measure -> number(measure, words);
            case Check.YesNo yesNo -> yesNo(words);
            case Check.Document document -> yesNo(words);
            case Check.Checklist(var items, var least) -> ticked(items, words);
            case Check.Panel panel -> marks(words);
            case Check.All all -> Optional.empty();
        };
    }

    private static Optional<Answer> yesNo(String words) {
        return switch (words) {
            case "yes" -> Optional.of(new Answer.YesNo(true));
            case "no" -> Optional.of(new Answer.YesNo(false));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> number(Check.Measure measure, String words) {
        var share = SHARE.matcher(words);
        if (measure.per() != null && share.matches()) {
            var whole = new BigDecimal(share.group(2));
            return whole.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Answer.Share(new Ratio(new BigDecimal(share.group(1)), whole), Qualifier.EXACT));
        }
        return QualifiedNumber.parse(words).map(Answer.Amount::new);
    }

    /** On a trial it is enough to say how many. */
    private static Optional<Answer> ticked(List<Check.Item> items, String words) {
        if (!WHOLE.matcher(words).matches() || Integer.parseInt(words) > items.size()) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Ticked(items.stream()
                .limit(Integer.parseInt(words))
                .map(Check.Item::code)
                .collect(Collectors.toSet())));
    }

    private static Optional<Answer> marks(String words) {
        var marks = new ArrayList<BigDecimal>();
        for (var mark : words.split("[,，、\\s]+", -1)) {
            if (!MARK.matcher(mark).matches()) {
                return Optional.empty();
            }
            marks.add(new BigDecimal(mark));
        }
        return Optional.of(new Answer.Marks(marks));
    }

    /** Evidence that satisfies every rule, as if it were there. */
    static List<Finding.Item> proof(Criterion criterion, LocalDate day) {
        var needed = Stream.concat(
                criterion.evidence().stream(),
                criterion
                        .check()
                        .asked()
                        .map(Check.Part::check)
                        .filter(Check.Document.class::isInstance)
                        .map(Check.Document.class::cast)
                        .map(document -> new EvidenceRule(
                                document.kinds().stream().sorted().findFirst().orElseThrow(),
                                document.least(),
                                null,
                                false,
                                false)));
        return needed.flatMap(rule -> IntStream.range(0, rule.min())
                        .mapToObj(i -> new Finding.Item(
                                new UUID(rule.kind().ordinal(), i), rule.kind(), day, true, true, true)))
                .toList();
    }
}
