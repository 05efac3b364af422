package org.zhuxi.sensing.internal.sta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.Layout;
import org.zhuxi.sensing.internal.store.ObservationTaker;
import org.zhuxi.sensing.internal.store.Observations;
import org.zhuxi.sensing.internal.store.Row;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Observations as rows of an array (OGC 18-088 §12): many at once, in and out. */
@Component
class StaDataArrays {

    private static final List<String> ALL =
            List.of("id", "phenomenonTime", "resultTime", "result", "resultQuality", "validTime", "parameters");
    private static final int MOST_ROWS = 20_000;

    /** A row of an array takes a sixth of what an entity does, or less. */
    private static final int SHORTER = 6;

    private final ObservationTaker taker;
    private final Observations observations;
    private final StaFailures failures;
    private final JsonMapper json;

    StaDataArrays(ObservationTaker taker, Observations observations, StaFailures failures, JsonMapper json) {
        this.taker = taker;
        this.observations = observations;
        this.failures = failures;
        this.json = json;
    }

    /** Keeps what can be kept; for each row, in order, its link or what is wrong with it. */
    StaAnswer create(Scribe scribe, StaRequest request) {
        var body = json.readTree(request.body());
        if (body == null || !body.isArray()) {
            throw StaError.bad("CreateObservations takes an array");
        }
        var reads = new ArrayList<Reading>();
        body.forEach(group -> read(scribe, group, reads));
        var kept = observations.keep(
                reads.stream().map(Reading::given).filter(Objects::nonNull).toList());
        var results = new ArrayList<String>(reads.size());
        var index = 0;
        for (var reading : reads) {
            if (reading.given() == null) {
                results.add("error " + reading.fault());
            } else {
                var id = kept.get(index++);
                results.add(id == 0 ? "error The stream is gone" : request.root() + "Observations(" + id + ")");
            }
        }
        return new StaAnswer(201, null, StaAnswer.JSON, json.writeValueAsBytes(results));
    }

    private record Reading(Observations.@Nullable Given given, String fault) {}

    private void read(Scribe scribe, JsonNode group, List<Reading> reads) {
        var components = group.path("components");
        var rows = group.path("dataArray");
        if (!components.isArray() || !rows.isArray()) {
            throw StaError.bad("Each group has components and a dataArray");
        }
        if (reads.size() + rows.size() > MOST_ROWS) {
            throw StaError.tooLarge("At most " + MOST_ROWS + " observations at once");
        }
        for (var row : rows) {
            reads.add(reading(scribe, group, components, row));
        }
    }

    private Reading reading(Scribe scribe, JsonNode group, JsonNode components, JsonNode row) {
        try {
            if (!row.isArray() || row.size() != components.size()) {
                throw StaError.bad("The row has another length than components");
            }
            return new Reading(taker.read(scribe, observation(group, components, row), Map.of()), "");
        } catch (StaError | Refused refused) {
            return new Reading(null, failures.words(refused));
        }
    }

    private ObjectNode observation(JsonNode group, JsonNode components, JsonNode row) {
        var observation = json.createObjectNode();
        for (var stream : List.of("Datastream", "MultiDatastream")) {
            if (group.has(stream)) {
                observation.set(stream, group.get(stream));
            }
        }
        for (var i = 0; i < components.size(); i++) {
            var name = components.get(i).asString("");
            var value = row.get(i);
            if (name.equals("FeatureOfInterest/id") || name.equals("FeatureOfInterest/@iot.id")) {
                observation.putObject("FeatureOfInterest").set("@iot.id", value);
            } else if (!name.equals("id")) {
                observation.set(name, value);
            }
        }
        return observation;
    }

    /** Observations grouped by their stream. */
    StaAnswer write(
            String root,
            Fetched fetched,
            Query query,
            @Nullable Long count,
            @Nullable String next,
            Map<Long, Boolean> areMulti) {
        var components = components(query);
        var groups = new LinkedHashMap<Long, List<Row>>();
        fetched.rows().stream()
                .limit(query.page())
                .forEach(row -> groups.computeIfAbsent(
                                fetched.layout().number(row, "stream_id"), any -> new ArrayList<>())
                        .add(row));
        try (var writer = new EntityJson(json, root, areMulti, fetched.rows().size() / SHORTER)) {
            var out = writer.out();
            var cells = cells(fetched.layout(), components);
            out.writeStartObject();
            if (count != null) {
                out.writeNumberProperty("@iot.count", count);
            }
            if (next != null) {
                out.writeStringProperty("@iot.nextLink", next);
            }
            out.writeArrayPropertyStart("value");
            groups.forEach((stream, rows) -> {
                var type = areMulti.getOrDefault(stream, false) ? EntityType.MULTI_DATASTREAM : EntityType.DATASTREAM;
                out.writeStartObject();
                out.writeStringProperty(type.singular() + "@iot.navigationLink", writer.self(type, stream));
                out.writeArrayPropertyStart("components");
                components.forEach(out::writeString);
                out.writeEndArray();
                out.writeNumberProperty("dataArray@iot.count", rows.size());
                out.writeArrayPropertyStart("dataArray");
                rows.forEach(row -> row(writer, cells, row));
                out.writeEndArray();
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeEndObject();
            return StaAnswer.json(writer.finish());
        }
    }

    private static List<String> components(Query query) {
        return query.select().isEmpty()
                ? ALL
                : query.select().stream()
                        .map(name -> name.equals("@iot.id") ? "id" : name)
                        .filter(name -> name.equals("id")
                                || EntityType.OBSERVATION.property(name).isPresent())
                        .toList();
    }

    /** What stands in a row; null for the id. */
    private static List<EntityShape.@Nullable Cell> cells(Layout layout, List<String> components) {
        var cells = new ArrayList<EntityShape.@Nullable Cell>();
        components.forEach(name -> cells.add(
                name.equals("id")
                        ? null
                        : EntityShape.Cell.of(
                                layout, EntityType.OBSERVATION.property(name).orElseThrow())));
        return cells;
    }

    private static void row(EntityJson writer, List<EntityShape.@Nullable Cell> cells, Row row) {
        var out = writer.out();
        out.writeStartArray();
        for (var cell : cells) {
            if (cell == null) {
                out.writeNumber(row.id());
            } else {
                writer.cell(cell, row);
            }
        }
        out.writeEndArray();
    }
}
