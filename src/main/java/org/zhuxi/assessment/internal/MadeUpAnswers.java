package org.zhuxi.assessment.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Finding;
import org.zhuxi.kernel.PlacePath;

/** What only people can say, made up: the same for the same community, nineteen times of twenty in its favour. */
public final class MadeUpAnswers {

    private static final int ONE_IN = 20;

    private MadeUpAnswers() {}

    /** Answers where no number is asked for, and all the evidence a criterion wants, verified. */
    public static Finding of(Criterion criterion, PlacePath path, LocalDate day) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> {
            var isGood = Math.floorMod((path.value() + criterion.code() + part.code()).hashCode(), ONE_IN) != 0;
            switch (part.check()) {
                case Check.YesNo yesNo -> answers.put(part.code(), new Answer.YesNo(isGood));
                case Check.Document document -> answers.put(part.code(), new Answer.YesNo(isGood));
                case Check.Checklist(var items, var least) ->
                    answers.put(
                            part.code(),
                            new Answer.Ticked(items.stream()
                                    .limit(isGood ? least : least - 1L)
                                    .map(Check.Item::code)
                                    .collect(Collectors.toSet())));
                case Check.Panel(var scale, var pass) -> answers.put(part.code(), new Answer.Marks(List.of(pass)));
                case Check.Measure measure -> {}
                case Check.All all -> {}
            }
        });
        return new Finding(answers, null, null, null, Trials.proof(criterion, day));
    }
}
