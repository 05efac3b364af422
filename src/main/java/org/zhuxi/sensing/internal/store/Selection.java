package org.zhuxi.sensing.internal.store;

import java.util.Set;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Expression;
import org.zhuxi.sensing.internal.query.FilterCompiler;
import org.zhuxi.sensing.internal.query.Query;
import org.zhuxi.sensing.internal.query.Shapes;
import org.zhuxi.sensing.internal.query.Sight;
import org.zhuxi.sensing.internal.query.Sql;

/** Builds the statement of a page: what of it may be seen, fulfils the filter, in order. The rows have the alias e. */
final class Selection {

    private static final Set<String> NEVER_NULL = Set.of("e.id", "e.start_at", "e.name", "e.time_at");

    private final EntityType type;
    private final Query query;
    private final Sight sight;
    private final Shapes shapes;
    private final Sql rows;

    Selection(EntityType type, Query query, Sight sight, Shapes shapes) {
        this(type, query, sight, shapes, Sql.of(type.table()));
    }

    /** @param rows what is read instead of the table of the type */
    Selection(EntityType type, Query query, Sight sight, Shapes shapes, Sql rows) {
        this.rows = rows;
        this.type = type;
        this.query = query;
        this.sight = sight;
        this.shapes = shapes;
    }

    /** @param usualOrder what comes before the id when no order was asked for */
    Sql page(Layout layout, Sql where, Sql usualOrder) {
        var sql = Sql.of("select e.id");
        layout.columns().forEach(column -> sql.add(", e.", column));
        sql.add(" from ", rows, " e", where(where));
        return sql.add(" order by ", order(usualOrder));
    }

    Sql count(Sql where) {
        return Sql.of("select count(*) from ", rows, " e", where(where));
    }

    Sql where(Sql first) {
        var sql = Sql.of();
        and(sql, first);
        and(sql, Sql.of(type.restriction("e")));
        and(sql, sight.condition(type, "e"));
        var filter = query.filter();
        if (filter != null) {
            and(sql, compiler().condition(filter));
        }
        return sql;
    }

    private static void and(Sql sql, Sql condition) {
        if (!condition.isEmpty()) {
            sql.add(sql.isEmpty() ? " where " : " and ", condition);
        }
    }

    private FilterCompiler compiler() {
        return new FilterCompiler(type, "e", sight, shapes);
    }

    /** Nulls come first ascending and last descending; the id at the end keeps pages apart. */
    Sql order(Sql usual) {
        var sql = Sql.of();
        var isDescending = false;
        for (var order : query.orderBy()) {
            isDescending = order.isDescending();
            for (var value : compiler().order(order.by())) {
                sql.add(sql.isEmpty() ? "" : ", ", value, order.isDescending() ? " desc" : "");
                if (!NEVER_NULL.contains(value.text())) {
                    sql.add(order.isDescending() ? " nulls last" : " nulls first");
                }
            }
        }
        if (query.orderBy().isEmpty() && !usual.isEmpty()) {
            sql.add(usual);
        }
        if (query.orderBy().stream().noneMatch(order -> isId(order.by()))) {
            sql.add(sql.isEmpty() ? "" : ", ", "e.id", isDescending ? " desc" : "");
        }
        return sql;
    }

    static boolean isId(Expression by) {
        return by instanceof Expression.Path path && path.way().isEmpty() && path.property() == null;
    }
}
