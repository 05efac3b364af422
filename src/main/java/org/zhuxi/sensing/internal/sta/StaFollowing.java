package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.QueryParser;
import org.zhuxi.sensing.internal.query.ResourcePath;
import org.zhuxi.sensing.internal.query.StaError;
import org.zhuxi.sensing.internal.store.EntityReader;
import org.zhuxi.sensing.internal.store.EntityReader.Source;
import org.zhuxi.sensing.internal.store.Fetched;
import org.zhuxi.sensing.internal.store.Scribe;
import org.zhuxi.sensing.internal.store.Streams;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody follows as it is told to him when it changes (OGC 18-088 §14.2). */
@Component
public class StaFollowing {

    private static final int PAGE = 500;

    private final StaReads reads;
    private final StaDesk desk;
    private final EntityReader reader;
    private final Streams streams;
    private final JsonMapper json;

    StaFollowing(StaReads reads, StaDesk desk, EntityReader reader, Streams streams, JsonMapper json) {
        this.reads = reads;
        this.desk = desk;
        this.reader = reader;
        this.streams = streams;
        this.json = json;
    }

    /**
     * What an address names, for somebody who may see it.
     *
     * @throws StaError when there is no such thing, or the options are others than {@code $select}, {@code $expand} and, of a set,
     *     {@code $filter}
     */
    public Followed open(Scribe scribe, String address, @Nullable String options) {
        var path = ResourcePath.parse(address);
        var last = path.last();
        if (path.isReference() || path.isValue()) {
            throw StaError.notOffered("Links and bare values are not told");
        }
        var query = QueryParser.parse(last.type(), options);
        check(query, last.isOne(), path.property() != null && options != null);
        if (last.isOne()) {
            var id = reads.existing(path, scribe.sight());
            return new Followed(Source.all(last.type()), id, part(path), options, query);
        }
        var relation = last.relation();
        var parent = reads.parent(path, scribe.sight());
        var source = relation == null || parent == null ? Source.all(last.type()) : Source.of(relation, parent);
        return new Followed(source, null, null, options, paged(query));
    }

    private static void check(Query query, boolean isOne, boolean isPartWithOptions) {
        var isPage = query.count()
                || query.skip() > 0
                || query.top() != null
                || query.dataArray()
                || !query.orderBy().isEmpty();
        if (isPage || isPartWithOptions || isOne && query.filter() != null) {
            throw StaError.notOffered("This option does not go with following");
        }
    }

    private static Query paged(Query query) {
        return new Query(query.filter(), false, List.of(), 0, PAGE, query.select(), query.expand(), false);
    }

    private static @Nullable String part(ResourcePath path) {
        var property = path.property();
        return property == null
                ? null
                : path.within().isEmpty() ? property.name() : property.name() + "/" + String.join("/", path.within());
    }

    /** Entities of a set, as JSON. @param next where to go on, or null at the end */
    public record Page(List<byte[]> entities, @Nullable Long next) {}

    /** Those that lie in the set, have these ids, and may be seen. @param first of the ids @param last of them, included */
    public Page page(Scribe scribe, String root, Followed followed, long first, long last) {
        var fetched = reader.among(followed.source(), first, last, followed.query(), scribe.sight());
        reader.expand(fetched, followed.query(), scribe.sight());
        var areMulti = streams.areMulti(fetched.streams());
        var shape = EntityShape.of(fetched, followed.query());
        var entities = fetched.rows().stream()
                .map(row -> {
                    try (var out = new EntityJson(json, root, areMulti, 1)) {
                        out.entity(shape, row);
                        return out.finish();
                    }
                })
                .toList();
        return new Page(entities, next(fetched, last));
    }

    private static @Nullable Long next(Fetched fetched, long last) {
        var rows = fetched.rows();
        return rows.size() == PAGE && rows.getLast().id() < last
                ? (Long) (rows.getLast().id() + 1)
                : null;
    }

    /** The one entity, or the part of it, as JSON; empty when it is gone or may not be seen any more. */
    public Optional<byte[]> one(Scribe scribe, String root, Followed followed) {
        var answer = desk.answer(scribe, StaRequest.get(root, followed.address(), followed.options()));
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.body());
            case 204 -> Optional.of(("{\"" + followed.name() + "\":null}").getBytes(StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
    }
}
