package org.zhuxi.sensing.internal.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.model.Relation;

/** What a {@code $filter} or {@code $orderby} says, as a tree. */
public sealed interface Expression {

    /** A value that was written down. */
    sealed interface Literal extends Expression {}

    record Numeral(double value) implements Literal {}

    record Text(String value) implements Literal {}

    record Truth(boolean value) implements Literal {}

    record Nothing() implements Literal {}

    record Moment(Instant value) implements Literal {}

    record Stretch(Instant from, Instant to) implements Literal {}

    record Day(LocalDate value) implements Literal {}

    record DayTime(LocalTime value) implements Literal {}

    record Length(Duration value) implements Literal {}

    record Shape(Geometry value) implements Literal {}

    /**
     * A property, perhaps of a related entity.
     *
     * @param way the relations to go through
     * @param property null for the id
     * @param within the way into a JSON property
     */
    record Path(List<Relation> way, @Nullable Property property, List<String> within) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    /** @param operator such as {@code eq}, {@code and}, {@code add} */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}
}
