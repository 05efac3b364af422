package org.zhuxi.report.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.CriterionSheet;
import org.zhuxi.assessment.StandardVersion;

/**
 * How the assessments of a report's year stand with each criterion. They are counted when somebody first asks, and once: figures
 * and tables of one report share the pass over all results. Belongs to one thread.
 */
final class YearSheets {

    private final Supplier<List<CriterionSheet>> count;
    private @Nullable List<CriterionSheet> counted;

    YearSheets(Supplier<List<CriterionSheet>> count) {
        this.count = count;
    }

    /** A sheet a standard, that with the most results first. */
    List<CriterionSheet> all() {
        var known = counted;
        if (known == null) {
            known = List.copyOf(count.get());
            counted = known;
        }
        return known;
    }

    /** The sheet of the national standard; empty where nothing was scored by it. */
    Optional<CriterionSheet> national() {
        return all().stream()
                .filter(sheet -> sheet.standard().code().equals(StandardVersion.NATIONAL))
                .findFirst();
    }
}
