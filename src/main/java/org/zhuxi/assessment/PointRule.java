package org.zhuxi.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a finding is worth. The number it looks at is that of the check: the number or ratio measured, how many items are
 * ticked, how many documents there are, the mean mark, or how many of several checks hold.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PointRule.AllOrNothing.class, name = "ALL_OR_NOTHING"),
    @JsonSubTypes.Type(value = PointRule.Proportional.class, name = "PROPORTIONAL"),
    @JsonSubTypes.Type(value = PointRule.Steps.class, name = "STEPS"),
    @JsonSubTypes.Type(value = PointRule.PerDefect.class, name = "PER_DEFECT"),
    @JsonSubTypes.Type(value = PointRule.PanelMean.class, name = "PANEL_MEAN")
})
public sealed interface PointRule {

    /** All points when it is met, else none. */
    record AllOrNothing() implements PointRule {}

    /**
     * None at or below one number, all at or above another, in proportion between; rounded down to hundredths, so that all
     * points are never given for less than all.
     *
     * @param from less than {@code to}
     */
    record Proportional(BigDecimal from, BigDecimal to) implements PointRule {}

    /** The points of the highest step that is reached; none below the first. */
    record Steps(List<Step> steps) implements PointRule {

        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** From this number on (included) so many points. */
    record Step(BigDecimal from, BigDecimal points) {}

    /** So many points less for each defect, never below the floor. */
    record PerDefect(BigDecimal points) implements PointRule {}

    /** The mean of the marks, as a share of the scale. Marks nobody gave are left out, never taken as zero. */
    record PanelMean() implements PointRule {}
}
