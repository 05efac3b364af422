package org.zhuxi.sensing.internal.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with the values of its placeholders, in order. Values are never part of the text. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private Sql() {}

    /** A piece out of texts, each as it stands, and other pieces. */
    public static Sql of(Object... parts) {
        return new Sql().add(parts);
    }

    /** A placeholder with a cast, such as {@code ?::float8}. */
    public static Sql value(Object value, String type) {
        var sql = new Sql();
        sql.text.append("?::").append(type);
        sql.values.add(value);
        return sql;
    }

    /** Puts texts and pieces behind. */
    public Sql add(Object... parts) {
        for (var part : parts) {
            if (part instanceof Sql sql) {
                text.append(sql.text);
                values.addAll(sql.values);
            } else {
                text.append(part);
            }
        }
        return this;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public String text() {
        return text.toString();
    }

    public Object[] values() {
        return values.toArray();
    }

    @Override
    public String toString() {
        return text + " " + values.size();
    }
}
