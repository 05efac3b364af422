package org.zhuxi.sensing.internal.query;

import org.jspecify.annotations.Nullable;

/**
 * An expression in SQL with what it stands for.
 *
 * @param sql the value; of a stretch of time its beginning; of a result the alias of its row
 * @param end the end of a stretch of time, which may be null in SQL for a moment
 */
record Term(Sort sort, Sql sql, @Nullable Sql end) {

    enum Sort {
        NUMBER("float8"),
        TEXT("text"),
        TRUTH("boolean"),
        MOMENT("timestamptz"),
        STRETCH("timestamptz"),
        DAY("date"),
        DAY_TIME("time"),
        LENGTH("interval"),
        JSON("jsonb"),
        RESULT("result"),
        NOTHING("nothing");

        private final String type;

        Sort(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    static Term of(Sort sort, Object... parts) {
        return new Term(sort, Sql.of(parts), null);
    }

    /** As a number; null in SQL where it is none. */
    Sql number() {
        return switch (sort) {
            case NUMBER -> sql;
            case RESULT -> Sql.of(sql, ".result_num");
            case JSON -> Sql.of("case when jsonb_typeof(", sql, ") = 'number' then (", sql, " #>> '{}')::float8 end");
            case NOTHING -> Sql.of("null::float8");
            default -> throw StaError.bad("A number is needed here");
        };
    }

    /** As a text; null in SQL where it is none. */
    Sql text() {
        return switch (sort) {
            case TEXT -> sql;
            case RESULT -> Sql.of("coalesce(", sql, ".result_text, ", sql, ".result_num::text)");
            case JSON -> Sql.of("(", sql, " #>> '{}')");
            case NUMBER -> Sql.of(sql, "::text");
            case NOTHING -> Sql.of("null::text");
            default -> throw StaError.bad("A text is needed here");
        };
    }

    /** As true or false; null in SQL where it is neither. */
    Sql truth() {
        return switch (sort) {
            case TRUTH -> sql;
            case RESULT -> Sql.of("case when ", sql, ".result_kind = 3 then ", sql, ".result_text = 'true' end");
            case JSON -> Sql.of("case when jsonb_typeof(", sql, ") = 'boolean' then (", sql, " #>> '{}') = 'true' end");
            case NOTHING -> Sql.of("null::boolean");
            default -> throw StaError.bad("A condition is needed here");
        };
    }

    /** As a moment: of a stretch its beginning. */
    Sql moment() {
        return switch (sort) {
            case MOMENT, STRETCH -> sql;
            case JSON ->
                Sql.of(
                        "case when (",
                        sql,
                        " #>> '{}') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' then (",
                        sql,
                        " #>> '{}')::timestamptz end");
            default -> throw StaError.bad("A time is needed here");
        };
    }

    /** Where a stretch ends; a moment ends where it begins. */
    Sql last() {
        return end == null ? moment() : Sql.of("coalesce(", end, ", ", sql, ")");
    }

    boolean isTime() {
        return sort == Sort.MOMENT || sort == Sort.STRETCH;
    }
}
