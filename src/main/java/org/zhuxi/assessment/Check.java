package org.zhuxi.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/** How it is found out whether a criterion is met. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Check.Measure.class, name = "MEASURE"),
    @JsonSubTypes.Type(value = Check.YesNo.class, name = "YES_NO"),
    @JsonSubTypes.Type(value = Check.Checklist.class, name = "CHECKLIST"),
    @JsonSubTypes.Type(value = Check.Document.class, name = "DOCUMENT"),
    @JsonSubTypes.Type(value = Check.Panel.class, name = "PANEL"),
    @JsonSubTypes.Type(value = Check.All.class, name = "ALL")
})
public sealed interface Check {

    /**
     * A number against a threshold.
     *
     * @param of expression over measures and indicators that gives it, or null when people count it
     * @param per expression it is divided by, or null for a plain amount; the number is then a ratio
     * @param factor what the ratio is multiplied by before it is compared, such as 100 for percent
     */
    record Measure(@Nullable String of, @Nullable String per, BigDecimal factor, Threshold threshold) implements Check {

        public Measure {
            factor = Objects.requireNonNullElse(factor, BigDecimal.ONE);
        }
    }

    /**
     * Something is there or is not.
     *
     * @param of expression that is not zero when it is there, or null when people say
     */
    record YesNo(@Nullable String of) implements Check {}

    /** At least so many of a list are there. */
    record Checklist(List<Item> items, int least) implements Check {

        public Checklist {
            items = List.copyOf(items);
        }
    }

    /** A line of a checklist. */
    record Item(String code, Names names) {}

    /** So many documents of any of these kinds prove it. */
    record Document(Set<EvidenceKind> kinds, int least) implements Check {

        public Document {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Marks given by several people.
     *
     * @param scale the highest mark; the lowest is 0
     * @param pass the mean mark from which on it is met
     */
    record Panel(int scale, BigDecimal pass) implements Check {}

    /** Several checks, all of which have to hold. */
    record All(List<Part> parts) implements Check {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One of several checks; itself never of several.
     *
     * @param code by which a finding answers it
     */
    record Part(String code, Names names, Check check) {}

    /** The checks a finding answers, each with its code; the code is empty when there is only one. */
    default Stream<Part> asked() {
        return this instanceof All all
                ? all.parts().stream()
                : Stream.of(new Part(Finding.ONLY, new Names("", ""), this));
    }

    /** Expressions the program can reckon by itself. */
    default Stream<String> expressions() {
        return switch (this) {
            case Measure measure ->
                Stream.of(measure.of(), measure.per()).filter(Objects::nonNull).map(String.class::cast);
            case YesNo yesNo -> Stream.ofNullable(yesNo.of());
            case Checklist checklist -> Stream.empty();
            case Document document -> Stream.empty();
            case Panel panel -> Stream.empty();
            case All all -> all.parts().stream().flatMap(part -> part.check().expressions());
        };
    }
}
