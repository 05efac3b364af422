package org.zhuxi.sensing.internal.model;

import java.util.List;

/**
 * A property of an entity.
 *
 * @param name as in JSON
 * @param columns the columns it is read from
 * @param isRequired whether an entity without it is refused
 * @param isComputed whether the service makes it, so that what clients send is passed over
 */
public record Property(String name, Form form, List<String> columns, boolean isRequired, boolean isComputed) {

    public Property {
        columns = List.copyOf(columns);
    }

    /** How it is written and compared. */
    public enum Form {
        TEXT,
        JSON,
        /** A GeoJSON geometry or feature, or what another encoding needs. */
        FEATURE,
        /** A moment. */
        MOMENT,
        /** A moment or an interval. */
        INSTANT,
        /** An interval. */
        INTERVAL,
        /** What was observed: a number, a text, anything. */
        RESULT
    }

    static Property required(String name, Form form, String... columns) {
        return new Property(name, form, List.of(columns), true, false);
    }

    static Property optional(String name, Form form, String... columns) {
        return new Property(name, form, List.of(columns), false, false);
    }

    static Property computed(String name, Form form, String... columns) {
        return new Property(name, form, List.of(columns), false, true);
    }
}
