package org.zhuxi.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.zhuxi.kernel.Names;

/** What it takes to pass a standard, besides gates and vetoes, which always count. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PassRule.AllMet.class, name = "ALL_MET"),
    @JsonSubTypes.Type(value = PassRule.ScoreAtLeast.class, name = "SCORE_GE"),
    @JsonSubTypes.Type(value = PassRule.Levels.class, name = "LEVEL_MATRIX")
})
public sealed interface PassRule {

    /** Every criterion is met or does not apply. */
    record AllMet() implements PassRule {}

    /**
     * The score reaches a mark, and each area its least points.
     *
     * @param score of 100, the number itself included
     */
    record ScoreAtLeast(BigDecimal score) implements PassRule {}

    /**
     * The highest level at which everything that it and the levels below it ask for is met.
     *
     * @param levels the lowest first
     */
    record Levels(List<Level> levels) implements PassRule {

        public Levels {
            levels = List.copyOf(levels);
        }
    }

    /** A level such as AA. */
    record Level(String code, Names names) {}
}
