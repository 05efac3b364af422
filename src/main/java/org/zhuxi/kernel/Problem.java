package org.zhuxi.kernel;

import java.util.List;

/**
 * Why something was refused, before it is put into the reader's words: the message {@code problem.<slug>} with the
 * arguments filled in, and the page {@code /problems/<slug>} behind it (RFC 9457).
 *
 * @param slug stable name such as {@code mass-above-limit}
 * @param kind which HTTP status it becomes
 * @param arguments the numbers and names involved, in the order of the message
 * @param fields what is wrong field by field; empty when it is not about fields
 */
public record Problem(String slug, Kind kind, List<Object> arguments, List<Field> fields) {

    public Problem {
        arguments = List.copyOf(arguments);
        fields = List.copyOf(fields);
    }

    public static Problem of(String slug, Kind kind, Object... arguments) {
        return new Problem(slug, kind, List.of(arguments), List.of());
    }

    /** A problem of one field, such as {@code quantities.mass.unit}, with the same words for the field and the whole. */
    public static Problem ofField(String field, String slug, Object... arguments) {
        return new Problem(slug, Kind.INVALID, List.of(arguments), List.of(new Field(field, slug, List.of(arguments))));
    }

    /** What is wrong with one field; its words are the message {@code problem.<slug>}. */
    public record Field(String name, String slug, List<Object> arguments) {

        public Field {
            arguments = List.copyOf(arguments);
        }
    }

    /** The few ways in which a request can fail, each with its HTTP status. */
    public enum Kind {
        INVALID(422),
        CONFLICT(409),
        NOT_FOUND(404),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        TOO_LARGE(413),
        UNSUPPORTED_TYPE(415),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
