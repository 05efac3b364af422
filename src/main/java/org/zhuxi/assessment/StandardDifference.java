package org.zhuxi.assessment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a criterion between two versions.
 *
 * @param before null when it is new
 * @param after null when it was dropped
 * @param parts what changed, as keys of the messages {@code assessment.part.<part>}
 */
public record StandardDifference(
        @Nullable Criterion before, @Nullable Criterion after, List<String> parts) {

    public StandardDifference {
        parts = List.copyOf(parts);
    }

    /** Every criterion that is not the same in both, in the order of the later one, dropped ones last. */
    public static List<StandardDifference> between(StandardVersion earlier, StandardVersion later) {
        var changed = later.criteria().stream()
                .map(after -> earlier.criterion(after.code())
                        .map(before -> new StandardDifference(before, after, parts(before, after)))
                        .orElseGet(() -> new StandardDifference(null, after, List.of())))
                .filter(found -> found.before() == null || !found.parts().isEmpty());
        var dropped = earlier.criteria().stream()
                .filter(before -> later.criterion(before.code()).isEmpty())
                .map(before -> new StandardDifference(before, null, List.of()));
        return Stream.concat(changed, dropped).toList();
    }

    private static List<String> parts(Criterion before, Criterion after) {
        return Stream.of(
                        changed("names", before.names(), after.names()),
                        changed("text", before.text(), after.text()),
                        changed("area", before.area(), after.area()),
                        changed("role", before.role(), after.role()),
                        changed("levels", before.levels(), after.levels()),
                        changed("check", before.check(), after.check()),
                        before.maxPoints().compareTo(after.maxPoints()) == 0
                                ? changed("points", before.points(), after.points())
                                : Stream.of("points"),
                        changed("applicability", before.applicability(), after.applicability()),
                        changed("evidence", before.evidence(), after.evidence()),
                        changed("covers", before.covers(), after.covers()))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> changed(String part, Object before, Object after) {
        return Objects.equals(before, after) ? Stream.empty() : Stream.of(part);
    }
}
