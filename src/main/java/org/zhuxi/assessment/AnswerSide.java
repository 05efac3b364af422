package org.zhuxi.assessment;

/** Who says how a criterion stands; the sides are kept next to each other and never overwrite one another. */
public enum AnswerSide {
    SELF,
    STREET,
    COUNTY,
    CITY;

    /** The side of a level that reviews. */
    public static AnswerSide of(ReviewLevel level) {
        return valueOf(level.name());
    }
}
