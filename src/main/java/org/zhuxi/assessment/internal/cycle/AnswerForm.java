package org.zhuxi.assessment.internal.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Typed;

/** The fields in which a criterion is answered, as they were typed or as they follow from an answer. */
public record AnswerForm(MultiValueMap<String, String> values) {

    static final String YES = "yes";
    static final String NO = "no";
    private static final int MOST_DEFECTS = 999;
    private static final int MOST_MARKS = 50;

    /** Name of the field of a part. */
    public static String field(Check.Part part) {
        return part.code().isEmpty() ? "answer" : "answer-" + part.code();
    }

    /** Whether a number is typed as a part and a whole. */
    public static boolean isShare(Check.Measure measure) {
        return measure.per() != null || measure.factor().compareTo(BigDecimal.ONE) != 0;
    }

    /** Whether defects are counted. */
    public static boolean countsDefects(Criterion criterion) {
        return criterion.points() instanceof PointRule.PerDefect && !(criterion.check() instanceof Check.Measure);
    }

    /** Whether it can be certified that there is nothing of the kind. */
    public static boolean canBeZero(Criterion criterion) {
        return criterion.applicability() instanceof Applicability.CertifiedZero;
    }

    /** Whether it has to be said that the criterion is asked at all. */
    public static boolean asksWhether(Criterion criterion) {
        return criterion.applicability() instanceof Applicability.When;
    }

    /** What was typed into a field; empty when nothing was. */
    public String value(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** Whether one of several was ticked. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** As the fields stand for an answer. */
    static AnswerForm of(Finding finding, String comment) {
        var values = new LinkedMultiValueMap<String, String>();
        finding.answers().forEach((code, answer) -> {
            var field = code.isEmpty() ? "answer" : "answer-" + code;
            switch (answer) {
                case Answer.YesNo(var yes) -> values.add(field, yes ? YES : NO);
                case Answer.Ticked(var items) -> items.forEach(item -> values.add(field, item));
                case Answer.Amount(var number) -> values.add(field, number.original());
                case Answer.Share(var ratio, var qualifier) -> {
                    values.add(field, ratio.part().toPlainString());
                    values.add(field + "-whole", ratio.whole().toPlainString());
                }
                case Answer.Marks(var marks) ->
                    marks.forEach(
                            mark -> values.set(field, (value(values, field) + " " + mark.toPlainString()).strip()));
            }
        });
        if (finding.defects() != null) {
            values.add("defects", finding.defects().toString());
        }
        if (finding.zero() != null) {
            values.add("zero", YES);
        }
        if (finding.applies() != null) {
            values.add("applies", finding.applies() ? YES : NO);
        }
        values.add("comment", comment);
        return new AnswerForm(values);
    }

    private static String value(MultiValueMap<String, String> values, String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /**
     * The answer that was typed, without evidence.
     *
     * @param signer who signs when it is certified that there is nothing
     * @throws CycleRefused when a field is wrong
     */
    Finding read(Criterion criterion, UUID signer, LocalDate today) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> read(part, answers));
        var defects = value("defects");
        return new Finding(
                answers,
                defects.isEmpty() ? null : (Integer) (int) Typed.whole("defects", defects, 0, MOST_DEFECTS),
                criterion.applicability() instanceof Applicability.When ? applies() : null,
                canBeZero(criterion) && has("zero", YES) ? new Finding.Certificate(signer, today) : null,
                List.of());
    }

    private @Nullable Boolean applies() {
        return switch (value("applies")) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            default -> null;
        };
    }

    private void read(Check.Part part, Map<String, Answer> answers) {
        var field = field(part);
        var typed = value(field);
        if (part.check() instanceof Check.Checklist checklist) {
            ticked(part.code(), field, checklist, answers);
        } else if (!typed.isEmpty()) {
            answers.put(
                    part.code(),
                    switch (part.check()) {
                        case Check.YesNo yesNo -> new Answer.YesNo(isYes(field, typed));
                        case Check.Document document -> new Answer.YesNo(isYes(field, typed));
                        case Check.Measure measure -> number(field, typed);
                        case Check.Panel panel -> marks(field, typed);
                        case Check.Checklist checklist -> throw new IllegalStateException("Read above");
                        case Check.All all -> throw new IllegalStateException("Checks of several are not nested");
                    });
        }
    }

    /** Nothing ticked says that nothing is there, once the list was looked at. */
    private void ticked(String code, String field, Check.Checklist checklist, Map<String, Answer> answers) {
        var ticked = new HashSet<>(values.getOrDefault(field, List.of()));
        if (ticked.isEmpty() && !has(field + "-seen", YES)) {
            return;
        }
        ticked.retainAll(checklist.items().stream().map(Check.Item::code).toList());
        answers.put(code, new Answer.Ticked(ticked));
    }

    private static boolean isYes(String field, String typed) {
        if (!typed.equals(YES) && !typed.equals(NO)) {
            throw new CycleRefused.NoChoice(field);
        }
        return typed.equals(YES);
    }

    private Answer number(String field, String typed) {
        var number = qualified(field, typed);
        var whole = value(field + "-whole");
        if (whole.isEmpty()) {
            return new Answer.Amount(number);
        }
        var of = qualified(field + "-whole", whole).value();
        if (of.signum() <= 0 || number.value().signum() < 0) {
            throw new CycleRefused.NoNumber(field + "-whole");
        }
        return new Answer.Share(new Ratio(number.value(), of), number.qualifier());
    }

    /** A number with the words around it that can be kept exactly. */
    private static QualifiedNumber qualified(String field, String typed) {
        var number = QualifiedNumber.parse(typed).orElseThrow(() -> new Mistyped.NoNumber(field));
        Typed.exact(field, number.value());
        return number;
    }

    private static Answer marks(String field, String typed) {
        var marks = Arrays.stream(typed.split("[\\s,，、]+"))
                .map(mark -> qualified(field, mark).value())
                .toList();
        if (marks.size() > MOST_MARKS) {
            throw new CycleRefused.NoNumber(field);
        }
        return new Answer.Marks(marks);
    }
}
