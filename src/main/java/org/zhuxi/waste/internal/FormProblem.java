package org.zhuxi.waste.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.Page;

/** What was wrong with a form that is shown again, for the summary on top and the words beside each field. */
public record FormProblem(@Nullable Problem problem) {

    public static final FormProblem NONE = new FormProblem(null);

    public boolean isThere() {
        return problem != null;
    }

    /** Whether the field, or a part of it, is wrong. */
    public boolean isAt(String field) {
        return fields(field).findAny().isPresent();
    }

    /** What to change in the field; empty when nothing is wrong with it. */
    public String at(String field, Page page) {
        return fields(field)
                .findFirst()
                .map(it -> page.messages().explain(page.locale(), it))
                .orElse("");
    }

    /** Everything that is wrong, once. */
    public List<String> summary(Page page) {
        if (problem == null) {
            return List.of();
        }
        return problem.fields().isEmpty()
                ? List.of(page.messages().explain(page.locale(), problem))
                : problem.fields().stream()
                        .map(it -> page.messages().explain(page.locale(), it))
                        .distinct()
                        .toList();
    }

    private java.util.stream.Stream<Problem.Field> fields(String field) {
        return problem == null
                ? java.util.stream.Stream.empty()
                : problem.fields().stream()
                        .filter(it -> it.name().equals(field) || it.name().startsWith(field + "."));
    }
}
