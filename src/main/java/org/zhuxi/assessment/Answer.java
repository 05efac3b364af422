package org.zhuxi.assessment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;

/** What is known in answer to a check. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.YesNo.class, name = "YES_NO"),
    @JsonSubTypes.Type(value = Answer.Ticked.class, name = "TICKED"),
    @JsonSubTypes.Type(value = Answer.Amount.class, name = "AMOUNT"),
    @JsonSubTypes.Type(value = Answer.Share.class, name = "SHARE"),
    @JsonSubTypes.Type(value = Answer.Marks.class, name = "MARKS")
})
public sealed interface Answer {

    /** It is there, or it is not. */
    record YesNo(boolean yes) implements Answer {}

    /** The codes of the items that are there. */
    record Ticked(Set<String> items) implements Answer {

        public Ticked {
            items = Set.copyOf(items);
        }
    }

    /** A number, in the unit of the threshold. */
    record Amount(QualifiedNumber number) implements Answer {

        public static Amount of(BigDecimal value) {
            return new Amount(QualifiedNumber.exact(value));
        }
    }

    /** A part of a whole, which is compared without rounding. */
    record Share(Ratio ratio, Qualifier qualifier) implements Answer {

        public static Share of(long part, long whole) {
            return new Share(Ratio.of(part, whole), Qualifier.EXACT);
        }
    }

    /** The marks that were given; who gave none is left out. */
    record Marks(List<BigDecimal> marks) implements Answer {

        public Marks {
            marks = List.copyOf(marks);
        }
    }
}
