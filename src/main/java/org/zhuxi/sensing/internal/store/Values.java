package org.zhuxi.sensing.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.query.Times;
import tools.jackson.databind.JsonNode;

/** Reads values of requests into what columns keep. */
final class Values {

    private Values() {}

    /** JSON as it is kept; PostgreSQL keeps no character zero. */
    static String json(JsonNode node) {
        return withoutZero(node.toString().replace("\\u0000", "\0"));
    }

    static String withoutZero(String text) {
        if (text.indexOf('\0') >= 0) {
            throw StaError.bad("A text holds no character zero");
        }
        return text;
    }

    static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw StaError.bad(name + " is a text");
        }
        return withoutZero(node.asString());
    }

    /** @param to null for a moment */
    record Stretch(Instant from, @Nullable Instant to) {}

    static @Nullable Stretch stretch(String name, @Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        var text = text(name, node);
        var slash = text.indexOf('/');
        if (slash < 0) {
            return new Stretch(Times.moment(text), null);
        }
        var from = Times.moment(text.substring(0, slash));
        var to = Times.moment(text.substring(slash + 1));
        if (to.isBefore(from)) {
            throw StaError.bad(name + " ends before it begins");
        }
        return new Stretch(from, to);
    }

    static @Nullable Instant moment(String name, @Nullable JsonNode node) {
        var stretch = stretch(name, node);
        if (stretch != null && stretch.to() != null) {
            throw StaError.bad(name + " is a moment");
        }
        return stretch == null ? null : stretch.from();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
