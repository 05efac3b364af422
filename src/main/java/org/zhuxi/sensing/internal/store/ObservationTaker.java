package org.zhuxi.sensing.internal.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;

/** Checks an observation against its stream and the rights of whoever sends it, and keeps it. */
@Component
public class ObservationTaker {

    private final Streams streams;
    private final Features features;
    private final ObservationBody body;
    private final Observations observations;

    ObservationTaker(Streams streams, Features features, ObservationBody body, Observations observations) {
        this.streams = streams;
        this.features = features;
        this.body = body;
        this.observations = observations;
    }

    /** Whether it only points to what is there, so that it can share a transaction with others. */
    public static boolean isFlat(JsonNode node) {
        return node.isObject()
                && isLink(node.get("Datastream"))
                && isLink(node.get("MultiDatastream"))
                && isLink(node.get("FeatureOfInterest"));
    }

    private static boolean isLink(@Nullable JsonNode node) {
        return node == null || node.isObject() && node.has("@iot.id") && !node.has("name");
    }

    /** Whether this is a stream that is there and may be seen. */
    public boolean isInSight(Scribe scribe, EntityType type, @Nullable Long id) {
        return type.isStream()
                && id != null
                && streams.find(id)
                        .filter(found -> found.isMulti() == (type == EntityType.MULTI_DATASTREAM))
                        .filter(found -> scribe.sight().sees(found.path(), found.isOpen()))
                        .isPresent();
    }

    /** Keeps an observation that only points to what is there; answers when it is kept. */
    public long take(Scribe scribe, JsonNode node, Map<String, Long> given) {
        return takeWithin(scribe, node, given);
    }

    long takeWithin(Scribe scribe, JsonNode node, Map<String, Long> linked) {
        var id = observations.keep(List.of(read(scribe, node, linked))).getFirst();
        if (id == 0) {
            throw StaError.bad("The stream is gone");
        }
        return id;
    }

    /** An observation ready to be kept, or why not. */
    public Observations.Given read(Scribe scribe, JsonNode node, Map<String, Long> linked) {
        var stream = stream(scribe, id(node, "Datastream", linked), id(node, "MultiDatastream", linked));
        var feature = id(node, "FeatureOfInterest", linked);
        var about = feature == null ? features.of(stream) : features.get(feature);
        return new Observations.Given(stream.id(), body.read(stream, node, about));
    }

    private static @Nullable Long id(JsonNode node, String name, Map<String, Long> linked) {
        var given = linked.get(name);
        var inner = node.get(name);
        return given != null || inner == null || inner.isNull() ? given : EntityCreator.link(inner);
    }

    private StreamFacts stream(Scribe scribe, @Nullable Long single, @Nullable Long multi) {
        var id = single == null ? multi : single;
        if (id == null) {
            throw StaError.bad("An observation needs a Datastream");
        }
        var name = single == null ? "MultiDatastream" : "Datastream";
        var stream = streams.find(id)
                .filter(found -> found.isMulti() == (single == null))
                .orElseThrow(() -> StaError.bad("There is no " + name + " " + id));
        scribe.require(SensingPermissions.OBSERVE, stream.path());
        return stream;
    }

    /** What observations of a stream are about when nothing is named. */
    public long featureOf(long stream) {
        return features.of(streams.find(stream).orElseThrow(() -> StaError.bad("There is no stream " + stream)));
    }
}
