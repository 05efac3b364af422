package org.zhuxi.sensing.internal.query;

import org.zhuxi.sensing.internal.model.Relation;

/** How rows of related tables are found. */
public final class Joins {

    private Joins() {}

    /** The condition under which a row is related to another. */
    public static Sql condition(Relation relation, String from, String to) {
        return switch (relation.link()) {
            case Relation.Key(var column) -> Sql.of(to, ".id = ", from, ".", column);
            case Relation.Back(var column) -> Sql.of(to, ".", column, " = ", from, ".id");
            case Relation.Pairs(var table, var source, var target, var order) ->
                Sql.of(to, ".id in (select p.", target, " from ", table, " p where p.", source, " = ", from, ".id)");
        };
    }
}
