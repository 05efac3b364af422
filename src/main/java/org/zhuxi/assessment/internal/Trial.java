package org.zhuxi.assessment.internal;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.platform.web.Page;

/**
 * A sheet on which findings are tried, with what was typed.
 *
 * @param typed by name of the field
 * @param wrong slugs of problems by name of the field
 * @param filled what the program answered by itself, by code of the criterion
 * @param sheet what comes out, or null while nothing was typed
 */
public record Trial(
        Map<String, String> typed,
        Map<String, String> wrong,
        Map<String, Finding> filled,
        @Nullable ScoreSheet sheet) {

    public Trial {
        typed = Map.copyOf(typed);
        wrong = Map.copyOf(wrong);
        filled = Map.copyOf(filled);
    }

    /** The field for one check. */
    public static String name(Criterion criterion, Check.Part part) {
        return "a." + criterion.code() + (part.code().isEmpty() ? "" : "." + part.code());
    }

    /** The field that says whether it is asked at all. */
    public static String asked(Criterion criterion) {
        return "n." + criterion.code();
    }

    static Stream<String> names(Criterion criterion) {
        return Stream.concat(criterion.check().asked().map(part -> name(criterion, part)), Stream.of(asked(criterion)));
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What is wrong with a field; empty when nothing is. */
    public String error(String name, Page page) {
        var slug = wrong.get(name);
        return slug == null ? "" : page.t("problem." + slug);
    }

    /** What the program knows by itself in answer to a check; empty when nothing. */
    public String known(Criterion criterion, Check.Part part, Wording wording) {
        var answer =
                filled.getOrDefault(criterion.code(), Finding.NOTHING).answers().get(part.code());
        return switch (answer) {
            case Answer.Amount(var number) -> number.original();
            case Answer.Share(var ratio, var qualifier) ->
                wording.number(ratio.part()) + " / " + wording.number(ratio.whole());
            case Answer.YesNo(var yes) -> yes ? "1" : "0";
            case null, default -> "";
        };
    }
}
