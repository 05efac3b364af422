package org.zhuxi.sensing.internal.store;

import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Expression;
import org.zhuxi.sensing.internal.query.FilterCompiler;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.Shapes;
import org.zhuxi.sensing.internal.query.Sight;
import org.zhuxi.sensing.internal.query.Sql;
import org.zhuxi.sensing.internal.query.StreamConditions;

/**
 * Builds the statement of a page of observations. Where they are put in order by time, or their streams are chosen by what they are,
 * each stream gives its own first rows out of the index; where many rows are passed over, only their keys are read.
 */
final class ObservationPage {

    private static final long MANY_SKIPPED = 1_000;

    private final Query query;
    private final Sight sight;
    private final Shapes shapes;
    private final StreamConditions conditions;

    ObservationPage(Query query, Sight sight, Shapes shapes) {
        this.query = query;
        this.sight = sight;
        this.shapes = shapes;
        this.conditions = StreamConditions.of(query.filter());
    }

    /** @param where which observations, empty for all @param usual their order when none was asked for */
    Sql of(Layout layout, Sql where, Sql usual) {
        var select = new Selection(EntityType.OBSERVATION, query, sight, shapes);
        if (where.isEmpty() && isByStream()) {
            return whole(layout, byStream(usual), select.order(usual));
        }
        if (query.skip() >= MANY_SKIPPED) {
            var keys = Sql.of("select e.stream_id, e.start_at, e.id from sensing.observation e", select.where(where));
            return whole(layout, keys.add(" order by ", select.order(usual), page()), select.order(usual));
        }
        return select.page(layout, where, usual).add(page());
    }

    private boolean isByStream() {
        var isByTime = !query.orderBy().isEmpty()
                && query.orderBy().stream().allMatch(order -> isTime(order.by()) || Selection.isId(order.by()))
                && isTime(query.orderBy().getFirst().by());
        return !conditions.areNumbers() && (isByTime || query.orderBy().isEmpty() && conditions.ofStreams() != null);
    }

    private static boolean isTime(Expression by) {
        return by instanceof Expression.Path path
                && path.way().isEmpty()
                && path.property() != null
                && path.property().name().equals("phenomenonTime");
    }

    private Sql byStream(Sql usual) {
        var ofEach = new Query(
                conditions.ofEach(),
                false,
                query.orderBy(),
                query.skip(),
                query.top(),
                query.select(),
                query.expand(),
                false);
        // what may be seen is decided for the stream
        var each = new Selection(EntityType.OBSERVATION, ofEach, Sight.WHOLE, shapes);
        var sql = Sql.of(
                "select e.stream_id, e.start_at, e.id from (select s.id as stream_id from sensing.stream s) k cross join lateral (",
                "select e.stream_id, e.start_at, e.id from sensing.observation e",
                each.where(Sql.of("e.stream_id = k.stream_id")),
                " order by ",
                each.order(usual),
                " limit ",
                Sql.value(query.skip() + query.page() + 1, "bigint"),
                ") e where true");
        var seen = sight.condition(EntityType.OBSERVATION, "k");
        if (!seen.isEmpty()) {
            sql.add(" and ", seen);
        }
        var ofStreams = conditions.ofStreams();
        if (ofStreams != null) {
            sql.add(" and ", new FilterCompiler(EntityType.OBSERVATION, "k", sight, shapes).condition(ofStreams));
        }
        return sql.add(" order by ", each.order(usual), page());
    }

    private static Sql whole(Layout layout, Sql keys, Sql order) {
        var sql = Sql.of("select e.id");
        layout.columns().forEach(column -> sql.add(", e.", column));
        return sql.add(
                " from (",
                keys,
                ") k join sensing.observation e on e.stream_id = k.stream_id and e.start_at = k.start_at and e.id = k.id",
                " order by ",
                order);
    }

    private Sql page() {
        return Sql.of(" limit ", Sql.value(query.page() + 1, "int"), " offset ", Sql.value(query.skip(), "bigint"));
    }
}
