package org.zhuxi.sensing.internal.sta;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.ResourcePath;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.query.Times;
import org.zhuxi.sensing.internal.store.Belonging;
import org.zhuxi.sensing.internal.store.Belongings;
import org.zhuxi.sensing.internal.store.EntityChanger;
import org.zhuxi.sensing.internal.store.EntityCreator;
import org.zhuxi.sensing.internal.store.ObservationTaker;
import org.zhuxi.sensing.internal.store.Observations;
import org.zhuxi.sensing.internal.store.Scribe;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes and deletes entities, each request as a whole or not at all. */
@Component
class StaWrites {

    private final StaReads reads;
    private final EntityCreator creator;
    private final EntityChanger changer;
    private final ObservationTaker taker;
    private final Observations observations;
    private final TransactionOperations transactions;
    private final Belongings belongings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;

    StaWrites(
            StaReads reads,
            EntityCreator creator,
            EntityChanger changer,
            ObservationTaker taker,
            Observations observations,
            TransactionOperations transactions,
            Belongings belongings,
            ApplicationEventPublisher events,
            Clock clock,
            JsonMapper json) {
        this.reads = reads;
        this.creator = creator;
        this.changer = changer;
        this.taker = taker;
        this.observations = observations;
        this.transactions = transactions;
        this.belongings = belongings;
        this.events = events;
        this.clock = clock;
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** @throws tools.jackson.core.JacksonException when it is no JSON */
    JsonNode read(byte[] body) {
        var node = json.readTree(body);
        if (node == null || node.isMissingNode()) {
            throw StaError.bad("The body is empty");
        }
        return node;
    }

    StaAnswer create(Scribe scribe, StaRequest request) {
        var path = ResourcePath.parse(request.path());
        var last = path.last();
        if (last.isOne() || path.property() != null || path.isReference()) {
            throw StaError.notAllowed("New entities are sent to a set");
        }
        var body = read(request.body());
        var type = last.type();
        if (type == EntityType.OBSERVATION && ObservationTaker.isFlat(body)) {
            return created(request, type, taken(scribe, path, body));
        }
        var parent = reads.parent(path, scribe.sight());
        var given = given(last.relation(), parent);
        prepare(body);
        var id = Objects.requireNonNull(transactions.execute(transaction -> {
            var made = creator.create(scribe, type, body, given);
            link(scribe, last.relation(), parent, made);
            audit(scribe, "sensing.created", type, made);
            return made;
        }));
        return created(request, type, id);
    }

    /** The stream an observation is sent to is known already, most times. */
    private long taken(Scribe scribe, ResourcePath path, JsonNode body) {
        var relation = path.last().relation();
        var first = path.steps().getFirst();
        var parent = path.steps().size() == 2 && taker.isInSight(scribe, first.type(), first.id())
                ? first.id()
                : reads.parent(path, scribe.sight());
        return taker.take(scribe, body, given(relation, parent));
    }

    private static StaAnswer created(StaRequest request, EntityType type, long id) {
        return StaAnswer.created(request.root() + type.set() + "(" + id + ")");
    }

    private static Map<String, Long> given(@Nullable Relation relation, @Nullable Long parent) {
        var given = new HashMap<String, Long>();
        if (relation != null && parent != null && relation.link() instanceof Relation.Back) {
            given.put(relation.from().singular(), parent);
        }
        return given;
    }

    private void link(Scribe scribe, @Nullable Relation relation, @Nullable Long parent, long made) {
        if (relation != null && parent != null && relation.link() instanceof Relation.Pairs) {
            creator.connect(scribe, relation, parent, made);
        }
    }

    /** Tables for the times inside. */
    private void prepare(JsonNode body) {
        var times = new ArrayList<Instant>(List.of(clock.instant()));
        for (var time : body.findValues("phenomenonTime")) {
            if (time.isString()) {
                var text = time.asString();
                var slash = text.indexOf('/');
                times.add(Times.moment(slash < 0 ? text : text.substring(0, slash)));
            }
        }
        observations.prepare(times);
    }

    StaAnswer change(Scribe scribe, StaRequest request, boolean isWhole) {
        var path = entity(request);
        var isPatch = request.contentType().startsWith(JsonPatch.CONTENT_TYPE);
        if (isPatch && isWhole) {
            throw StaError.bad("A JSON Patch is sent by PATCH");
        }
        var body = read(request.body());
        var type = path.last().type();
        prepare(body);
        transactions.executeWithoutResult(transaction -> {
            var id = reads.existing(path, scribe.sight());
            var changes = isPatch ? patched(scribe, request, type, id, body) : body;
            changer.change(scribe, type, id, changes, isWhole);
            audit(scribe, "sensing.changed", type, id);
        });
        return StaAnswer.empty(200);
    }

    private JsonNode patched(Scribe scribe, StaRequest request, EntityType type, long id, JsonNode patch) {
        changer.hold(scribe, type, id);
        var shown = reads.shown(request.root(), type, id, Query.NONE, scribe.sight());
        var changes = EntityPatch.changes(type, patch, shown);
        prepare(changes);
        return changes;
    }

    StaAnswer delete(Scribe scribe, StaRequest request) {
        var path = entity(request);
        transactions.executeWithoutResult(transaction -> {
            var id = reads.existing(path, scribe.sight());
            audit(scribe, "sensing.deleted", path.last().type(), id);
            changer.delete(scribe, path.last().type(), id);
        });
        return StaAnswer.empty(200);
    }

    private static ResourcePath entity(StaRequest request) {
        var path = ResourcePath.parse(request.path());
        if (!path.last().isOne() || path.property() != null || path.isReference()) {
            throw StaError.notAllowed("Only one entity at a time is changed or deleted");
        }
        return path;
    }

    /** Changes of the catalogue are remembered; observations are too many. */
    private void audit(Scribe scribe, String what, EntityType type, long id) {
        if (type != EntityType.OBSERVATION && scribe.actor().isSignedIn()) {
            var place = belongings.find(type, id).map(Belonging::path).orElse(PlacePath.NATION);
            events.publishEvent(new Audited(scribe.actor(), what, type.singular() + " " + id, place, ""));
        }
    }
}
