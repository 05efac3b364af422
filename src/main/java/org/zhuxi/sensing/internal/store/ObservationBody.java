package org.zhuxi.sensing.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Sql;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/** Reads an observation that a client sent. */
@Component
class ObservationBody {

    private final Clock clock;

    ObservationBody(Clock clock) {
        this.clock = clock;
    }

    /** @param feature what it is about */
    NewObservation read(StreamFacts stream, JsonNode body, long feature) {
        EntityBody.check(EntityType.OBSERVATION, body);
        var result = body.get("result");
        if (result == null) {
            throw StaError.bad("An observation needs a result");
        }
        if (stream.isMulti() && (!result.isArray() || result.size() != stream.parts())) {
            throw StaError.bad("The result is an array of " + stream.parts());
        }
        var time = Values.stretch("phenomenonTime", body.get("phenomenonTime"));
        var valid = Values.stretch("validTime", body.get("validTime"));
        return new NewObservation(
                time == null ? clock.instant() : time.from(),
                time == null ? null : time.to(),
                ObservedResult.of(result),
                Values.moment("resultTime", body.get("resultTime")),
                valid == null ? null : valid.from(),
                valid == null ? null : valid.to(),
                feature,
                parameters(body.get("parameters")),
                json(body.get("resultQuality")));
    }

    /** The columns of what a change names. */
    Map<String, Sql> changes(JsonNode body) {
        var columns = new LinkedHashMap<String, Sql>();
        if (body.has("result")) {
            var result = ObservedResult.of(body.get("result"));
            columns.put("result_kind", Sql.value(result.kind().ordinal(), "smallint"));
            columns.put("result_num", cast(result.number(), "float8"));
            columns.put("result_text", cast(result.text(), "text"));
            columns.put("result_json", cast(result.json(), "jsonb"));
        }
        stretch(columns, body, "phenomenonTime", "start_at", "end_at");
        stretch(columns, body, "validTime", "valid_from", "valid_to");
        if (body.has("resultTime")) {
            columns.put("result_at", time(Values.moment("resultTime", body.get("resultTime"))));
        }
        if (body.has("parameters")) {
            columns.put("parameters", cast(parameters(body.get("parameters")), "jsonb"));
        }
        if (body.has("resultQuality")) {
            columns.put("quality", cast(json(body.get("resultQuality")), "jsonb"));
        }
        return columns;
    }

    private static void stretch(Map<String, Sql> columns, JsonNode body, String name, String from, String to) {
        if (body.has(name)) {
            var stretch = Values.stretch(name, body.get(name));
            if (stretch == null && name.equals("phenomenonTime")) {
                throw StaError.bad("An observation needs phenomenonTime");
            }
            columns.put(from, time(stretch == null ? null : stretch.from()));
            columns.put(to, time(stretch == null ? null : stretch.to()));
        }
    }

    private static Sql time(@Nullable Instant moment) {
        return cast(Values.at(moment), "timestamptz");
    }

    private static Sql cast(@Nullable Object value, String type) {
        return value == null ? Sql.of("null") : Sql.value(value, type);
    }

    private static @Nullable String parameters(@Nullable JsonNode node) {
        if (node != null && !node.isNull() && !node.isObject()) {
            throw StaError.bad("parameters has the wrong form");
        }
        return json(node);
    }

    private static @Nullable String json(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : Values.json(node);
    }
}
