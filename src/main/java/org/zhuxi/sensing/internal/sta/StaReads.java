package org.zhuxi.sensing.internal.sta;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.QueryParser;
import org.zhuxi.sensing.internal.query.ResourcePath;
import org.zhuxi.sensing.internal.query.Sight;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.EntityReader;
import org.zhuxi.sensing.internal.store.EntityReader.Source;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.Scribe;
import org.zhuxi.sensing.internal.store.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is asked: sets, entities, properties, links. */
@Component
class StaReads {

    private final EntityReader reader;
    private final Streams streams;
    private final StaDataArrays dataArrays;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    StaReads(
            EntityReader reader,
            Streams streams,
            StaDataArrays dataArrays,
            TransactionOperations transactions,
            JsonMapper json) {
        this.reader = reader;
        this.transactions = transactions;
        this.streams = streams;
        this.dataArrays = dataArrays;
        this.json = json;
    }

    StaAnswer answer(Scribe scribe, StaRequest request) {
        var path = ResourcePath.parse(request.path());
        var sight = scribe.sight();
        var last = path.last();
        if (path.property() != null) {
            return property(path, walk(path, sight), sight);
        }
        var query = QueryParser.parse(last.type(), request.query());
        return readsObservations(last.type(), query)
                ? Objects.requireNonNull(transactions.execute(transaction -> {
                    reader.planOnce();
                    return answer(request, path, query, sight);
                }))
                : answer(request, path, query, sight);
    }

    private static boolean readsObservations(EntityType type, Query query) {
        return type == EntityType.OBSERVATION
                || query.expand().stream()
                        .anyMatch(expand -> readsObservations(expand.relation().to(), expand.query()));
    }

    private StaAnswer answer(StaRequest request, ResourcePath path, Query query, Sight sight) {
        return path.last().isOne() ? entity(request, path, query, sight) : collection(request, path, query, sight);
    }

    private StaAnswer collection(StaRequest request, ResourcePath path, Query query, Sight sight) {
        var source = source(path, sight);
        var fetched = reader.list(source, query, sight);
        if (fetched.rows().isEmpty()) {
            requireParent(path, sight);
        }
        reader.expand(fetched, query, sight);
        var count = query.count() ? (Long) reader.count(source, query, sight) : null;
        var hasNext = fetched.rows().size() > query.page() && query.page() > 0;
        var next = hasNext
                ? Links.next(request.root() + request.path(), request.query(), query.skip() + query.page())
                : null;
        if (query.dataArray()) {
            return dataArrays.write(request.root(), fetched, query, count, next, areMulti(fetched));
        }
        try (var out = new EntityJson(
                json, request.root(), areMulti(fetched), fetched.rows().size())) {
            out.collection(fetched, query, count, next, path.isReference());
            return StaAnswer.json(out.finish());
        }
    }

    private Map<Long, Boolean> areMulti(Fetched fetched) {
        return streams.areMulti(fetched.streams());
    }

    private Source source(ResourcePath path, Sight sight) {
        var relation = path.last().relation();
        return relation == null
                ? Source.all(path.last().type())
                : Source.of(relation, walk(path.steps().subList(0, path.steps().size() - 1), sight, false));
    }

    /** An empty list may hang on something that is not there. */
    private void requireParent(ResourcePath path, Sight sight) {
        if (path.last().relation() != null) {
            walk(path.steps().subList(0, path.steps().size() - 1), sight, true);
        }
    }

    private StaAnswer entity(StaRequest request, ResourcePath path, Query query, Sight sight) {
        var type = path.last().type();
        var id = walk(path, sight);
        var fetched = reader.find(type, id, query, sight).orElseThrow(() -> none(type, id));
        reader.expand(fetched, query, sight);
        try (var out = new EntityJson(json, request.root(), areMulti(fetched), 1)) {
            if (path.isReference()) {
                out.reference(type, id);
            } else {
                out.entity(EntityShape.of(fetched, query), fetched.rows().getFirst());
            }
            return StaAnswer.json(out.finish());
        }
    }

    private StaAnswer property(ResourcePath path, long id, Sight sight) {
        var type = path.last().type();
        var name = Objects.requireNonNull(path.property()).name();
        var query = new Query(null, false, List.of(), 0, null, List.of(name), List.of(), false);
        var value = shown("", type, id, query, sight).get(name);
        for (var part : path.within()) {
            value = value == null
                    ? null
                    : value.isArray() && part.matches("\\d{1,6}") ? value.get(Integer.parseInt(part)) : value.get(part);
            if (value == null) {
                throw StaError.notFound("There is no " + part + " in " + name);
            }
        }
        if (value == null || value.isNull()) {
            return StaAnswer.empty(204);
        }
        if (path.isValue()) {
            return StaAnswer.text(value.isString() ? value.asString() : value.toString());
        }
        return StaAnswer.json(json.writeValueAsBytes(Map.of(path.label(), value)));
    }

    /** An entity as it is read. @param root address of the service, ending in a slash */
    JsonNode shown(String root, EntityType type, long id, Query query, Sight sight) {
        var fetched = reader.find(type, id, query, sight).orElseThrow(() -> none(type, id));
        try (var out = new EntityJson(json, root, areMulti(fetched), 1)) {
            out.entity(EntityShape.of(fetched, query), fetched.rows().getFirst());
            return json.readTree(out.finish());
        }
    }

    /** The id of the entity that the path leads to, each step really hanging on the one before. */
    long walk(ResourcePath path, Sight sight) {
        return walk(path.steps(), sight, false);
    }

    /** @param isChecked whether a single entity is looked up although whoever reads it will see */
    private long walk(List<ResourcePath.Step> steps, Sight sight, boolean isChecked) {
        long id = 0;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            id = walk(step, id, i == 0 && steps.size() == 1 && !isChecked, sight);
        }
        return id;
    }

    private long walk(ResourcePath.Step step, long parent, boolean isTrusted, Sight sight) {
        var relation = step.relation();
        var id = step.id();
        if (id == null && relation != null) {
            return reader.findOne(relation, parent, sight)
                    .orElseThrow(() -> StaError.notFound("There is no " + relation.name() + " here"));
        }
        var wanted = Objects.requireNonNull(id);
        var source = relation == null ? Source.all(step.type()) : Source.of(relation, parent);
        if (!isTrusted && !reader.isThere(source, wanted, sight)) {
            throw none(step.type(), wanted);
        }
        return wanted;
    }

    /** The entity a request changes. */
    long existing(ResourcePath path, Sight sight) {
        return walk(path.steps(), sight, true);
    }

    /** The entity a relation hangs on to which something is added; null at the beginning of a path. */
    @Nullable
    Long parent(ResourcePath path, Sight sight) {
        return path.steps().size() == 1
                ? null
                : (Long) walk(path.steps().subList(0, path.steps().size() - 1), sight, true);
    }

    private static StaError none(EntityType type, long id) {
        return StaError.notFound("There is no " + type.singular() + " " + id);
    }
}
