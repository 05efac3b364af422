package org.zhuxi.sensing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Relation;
import org.zhuxi.sensing.internal.query.Joins;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.Sight;
import org.zhuxi.sensing.internal.query.Sql;

/** Reads entities: one statement for a page and one for each level of what is expanded. */
@Repository
public class EntityReader {

    /** Numbers of observations within a stream take so many bits of the id. */
    public static final int STREAM_BITS = 32;

    private static final Query BARE = new Query(null, false, List.of(), 0, null, List.of("@iot.id"), List.of(), false);

    private final JdbcTemplate jdbc;
    private final GeometryRows shapes;

    EntityReader(JdbcTemplate jdbc, GeometryRows shapes) {
        this.jdbc = jdbc;
        this.shapes = shapes;
    }

    /**
     * Where entities are looked for.
     *
     * @param relation the relation they are reached by, or null for all of the type
     * @param parent the id it starts from
     */
    public record Source(EntityType type, @Nullable Relation relation, long parent) {

        public static Source all(EntityType type) {
            return new Source(type, null, 0);
        }

        public static Source of(Relation relation, long parent) {
            return new Source(relation.to(), relation, parent);
        }
    }

    /**
     * Has statements of the running transaction planned once for all values: to plan one over many months takes longer than to read a
     * page, and which months it needs is found when it runs.
     */
    public void planOnce() {
        jdbc.queryForObject("select set_config('plan_cache_mode', 'force_generic_plan', true)", String.class);
    }

    /** A page and one row more, if there is one. */
    public Fetched list(Source source, Query query, Sight sight) {
        var layout = Layout.of(source.type(), query);
        if (source.type() == EntityType.OBSERVATION) {
            var page = new ObservationPage(query, sight, shapes);
            return read(layout, page.of(layout, parentOf(source), orderOf(source)));
        }
        var sql = selection(source, query, sight).page(layout, parentOf(source), orderOf(source));
        sql.add(" limit ", Sql.value(query.page() + 1, "int"), " offset ", Sql.value(query.skip(), "bigint"));
        return read(layout, sql);
    }

    /** Those of a set whose ids lie between the two, both included, in their order; observations of one stream only. */
    public Fetched among(Source source, long first, long last, Query query, Sight sight) {
        var layout = Layout.of(source.type(), query);
        var where = Sql.of("e.id between ", Sql.value(first, "bigint"), " and ", Sql.value(last, "bigint"));
        if (source.type() == EntityType.OBSERVATION) {
            where.add(" and e.stream_id = ", Sql.value(first >> STREAM_BITS, "bigint"));
        }
        var parent = parentOf(source);
        if (!parent.isEmpty()) {
            where.add(" and ", parent);
        }
        var sql = new Selection(source.type(), query, sight, shapes).page(layout, where, Sql.of());
        return read(layout, sql.add(" limit ", Sql.value(query.page(), "int")));
    }

    /** One entity by its id. */
    public Optional<Fetched> find(EntityType type, long id, Query query, Sight sight) {
        var layout = Layout.of(type, query);
        var fetched =
                read(layout, new Selection(type, query, sight, shapes).page(layout, byId(type, "e", id), Sql.of()));
        return fetched.rows().isEmpty() ? Optional.empty() : Optional.of(fetched);
    }

    /** The ids a relation leads to from one entity, of those that may be seen. */
    public Optional<Long> findOne(Relation relation, long parent, Sight sight) {
        return list(Source.of(relation, parent), BARE, sight).rows().stream()
                .map(Row::id)
                .findFirst();
    }

    /** Whether an entity is there, may be seen, and is reached by the relation. */
    public boolean isThere(Source source, long id, Sight sight) {
        var select = new Selection(source.type(), BARE, sight, shapes);
        var where = byId(source.type(), "e", id);
        var parent = parentOf(source);
        if (!parent.isEmpty()) {
            where.add(" and ", parent);
        }
        var found = read(
                new Layout(source.type(), List.of()),
                select.page(new Layout(source.type(), List.of()), where, Sql.of()));
        return !found.rows().isEmpty();
    }

    /** How many there are, whatever the page. */
    public long count(Source source, Query query, Sight sight) {
        var type = source.type();
        if (type == EntityType.OBSERVATION && query.filter() == null) {
            var counted = counted(source, sight);
            if (counted != null) {
                return counted;
            }
        }
        var sql = selection(source, query, sight).count(parentOf(source));
        return one(sql);
    }

    /** Observations are counted with their streams. */
    private @Nullable Long counted(Source source, Sight sight) {
        var relation = source.relation();
        if (relation != null && !relation.from().isStream()) {
            return null;
        }
        var sql = Sql.of("select coalesce(sum(e.observations), 0) from sensing.v_stream e where true");
        if (relation != null) {
            sql.add(" and e.id = ", Sql.value(source.parent(), "bigint"));
        }
        var seen = sight.condition(EntityType.DATASTREAM, "e");
        if (!seen.isEmpty()) {
            sql.add(" and ", seen);
        }
        return one(sql);
    }

    private long one(Sql sql) {
        var number = jdbc.queryForObject(sql.text(), Long.class, sql.values());
        return number == null ? 0 : number;
    }

    /** Reads what the query expands, level by level. */
    public void expand(Fetched fetched, Query query, Sight sight) {
        for (var expand : query.expand()) {
            fetched.add(expand.relation().isMany() ? many(fetched, expand, sight) : one(fetched, expand, sight));
        }
    }

    private Fetched.Expanded one(Fetched fetched, Query.Expand expand, Sight sight) {
        var relation = expand.relation();
        var ids = fetched.rows().stream()
                .map(row -> row.cells()[fetched.layout().at(relation.key())])
                .filter(Number.class::isInstance)
                .mapToLong(id -> ((Number) id).longValue())
                .distinct()
                .toArray();
        var layout = Layout.of(relation.to(), expand.query());
        var where = Sql.of("e.id = any(", Sql.value(ids, "bigint[]"), ")");
        var children =
                read(layout, new Selection(relation.to(), expand.query(), sight, shapes).page(layout, where, Sql.of()));
        expand(children, expand.query(), sight);
        var byId = new HashMap<Long, List<Row>>();
        children.rows().forEach(row -> byId.put(row.id(), List.of(row)));
        return new Fetched.Expanded(expand, children, byId, Map.of());
    }

    private Fetched.Expanded many(Fetched fetched, Query.Expand expand, Sight sight) {
        var relation = expand.relation();
        var query = expand.query();
        var ids = fetched.rows().stream().mapToLong(Row::id).distinct().toArray();
        var layout = Layout.of(relation.to(), query);
        var select = new Selection(relation.to(), query, sight, shapes, rows(relation, "k.id"));
        var page = select.page(layout, Joins.condition(relation, "k", "e"), orderFrom(relation));
        page.add(" limit ", Sql.value(query.page() + 1, "int"), " offset ", Sql.value(query.skip(), "bigint"));
        var sql = Sql.of(
                "select c.*, k.id as parent from unnest(",
                Sql.value(ids, "bigint[]"),
                ") k(id) cross join lateral (",
                page,
                ") c");
        var byParent = new LinkedHashMap<Long, List<Row>>();
        var rows = new ArrayList<Row>();
        var areMoments = areMoments(layout);
        jdbc.query(
                sql.text(),
                row -> {
                    var child = row(row, areMoments);
                    byParent.computeIfAbsent(row.getLong("parent"), any -> new ArrayList<>())
                            .add(child);
                    rows.add(child);
                },
                sql.values());
        var children = new Fetched(layout, rows);
        expand(children, query, sight);
        return new Fetched.Expanded(expand, children, byParent, counts(select, relation, query, ids));
    }

    private Map<Long, Long> counts(Selection select, Relation relation, Query query, long[] ids) {
        var counts = new HashMap<Long, Long>();
        if (query.count()) {
            var sql = Sql.of(
                    "select k.id, (",
                    select.count(Joins.condition(relation, "k", "e")),
                    ") from unnest(",
                    Sql.value(ids, "bigint[]"),
                    ") k(id)");
            jdbc.query(
                    sql.text(),
                    row -> {
                        counts.put(row.getLong(1), row.getLong(2));
                    },
                    sql.values());
        }
        return counts;
    }

    private Fetched read(Layout layout, Sql sql) {
        var areMoments = areMoments(layout);
        return new Fetched(layout, jdbc.query(sql.text(), (row, number) -> row(row, areMoments), sql.values()));
    }

    /** For each column whether it holds a moment. */
    private static boolean[] areMoments(Layout layout) {
        var columns = layout.columns();
        var areMoments = new boolean[columns.size()];
        for (var i = 0; i < areMoments.length; i++) {
            areMoments[i] = columns.get(i).endsWith("_at") || columns.get(i).startsWith("valid_");
        }
        return areMoments;
    }

    private static Row row(ResultSet row, boolean[] areMoments) throws SQLException {
        var cells = new @Nullable Object[areMoments.length];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = areMoments[i] ? row.getObject(i + 2, OffsetDateTime.class) : plain(row.getObject(i + 2));
        }
        return new Row(row.getLong(1), cells);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof org.postgresql.util.PGobject json ? json.getValue() : value;
    }

    /** The condition on the id, with what the table is split by. */
    static Sql byId(EntityType type, String alias, long id) {
        var sql = Sql.of(alias, ".id = ", Sql.value(id, "bigint"));
        return type == EntityType.OBSERVATION
                ? sql.add(" and ", alias, ".stream_id = ", Sql.value(id >> STREAM_BITS, "bigint"))
                : sql;
    }

    private static Sql parentOf(Source source) {
        var relation = source.relation();
        if (relation == null) {
            return Sql.of();
        }
        var parent = Sql.value(source.parent(), "bigint");
        return switch (relation.link()) {
            case Relation.Key(var column) ->
                Sql.of(
                        "e.id = (select k.",
                        column,
                        " from ",
                        relation.from().table(),
                        " k where ",
                        byId(relation.from(), "k", source.parent()),
                        ")");
            case Relation.Back(var column) -> Sql.of("e.", column, " = ", parent);
            case Relation.Pairs(var table, var from, var target, var order) ->
                Sql.of("e.id in (select p.", target, " from ", table, " p where p.", from, " = ", parent, ")");
        };
    }

    private Selection selection(Source source, Query query, Sight sight) {
        var relation = source.relation();
        return relation == null
                ? new Selection(source.type(), query, sight, shapes)
                : new Selection(
                        source.type(), query, sight, shapes, rows(relation, Sql.value(source.parent(), "bigint")));
    }

    /** What a relation leads to; where it keeps an order, an entity may stand at several places. */
    private static Sql rows(Relation relation, Object parent) {
        if (relation.link() instanceof Relation.Pairs(var table, var from, var target, var order) && !order.isEmpty()) {
            return Sql.of(
                            "(select t.*, p.",
                            order,
                            " as place from ",
                            relation.to().table(),
                            " t join ",
                            table)
                    .add(" p on p.", target, " = t.id where p.", from, " = ", parent, ")");
        }
        return Sql.of(relation.to().table());
    }

    private static Sql orderOf(Source source) {
        var relation = source.relation();
        return relation == null
                ? Sql.of(source.type() == EntityType.OBSERVATION ? "e.stream_id, e.start_at" : "")
                : orderFrom(relation);
    }

    private static Sql orderFrom(Relation relation) {
        if (relation.link() instanceof Relation.Pairs pairs && !pairs.order().isEmpty()) {
            return Sql.of("e.place");
        }
        if (relation.to() != EntityType.OBSERVATION) {
            return Sql.of();
        }
        return Sql.of(relation.from().isStream() ? "e.start_at" : "e.stream_id, e.start_at");
    }
}
