package org.zhuxi.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the database itself says of the program's tables, so that a new module or partition is in the next back-up without
 * being named anywhere. The program's schemas are those of the modules that have a history of migrations.
 */
final class Catalogue {

    private static final String HISTORY_PREFIX = "flyway_schema_history_";

    private static final String SCHEMAS = """
            (select schema.oid
            from pg_namespace schema
            join pg_class history on history.relname = 'flyway_schema_history_' || schema.nspname and history.relkind = 'r')
            """;

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** @param name qualified and quoted where SQL needs it */
    record Table(String name, String entry, List<String> columns) {}

    record ForeignKey(String table, String name, String definition) {}

    /** The last migration of each module; empty for a database the program has never used. */
    Map<String, String> modules() throws SQLException {
        var histories = list("""
                select relname, oid::regclass::text
                from pg_class
                where relname like 'flyway\\_schema\\_history\\_%' and relkind = 'r'
                order by relname
                """, row -> new String[] {row.getString(1), row.getString(2)});
        var modules = new TreeMap<String, String>();
        for (var history : histories) {
            list("""
                    select version
                    from %s
                    where success and type = 'SQL' and version is not null
                    order by installed_rank desc
                    limit 1
                    """.formatted(history[1]), row -> row.getString(1))
                    .forEach(version -> modules.put(history[0].substring(HISTORY_PREFIX.length()), version));
        }
        return modules;
    }

    /** Every table that holds rows, partitions by themselves, with the columns that are not reckoned from others. */
    List<Table> tables() throws SQLException {
        return list(
                """
                select t.oid::regclass::text, schema.nspname || '.' || t.relname,
                    array(
                        select quote_ident(attname)
                        from pg_attribute
                        where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum)
                from pg_class t
                join pg_namespace schema on schema.oid = t.relnamespace
                where t.relkind = 'r' and t.relpersistence <> 't' and t.relnamespace in %s
                order by schema.nspname, t.relname
                """.formatted(SCHEMAS),
                row -> new Table(row.getString(1), "tables/" + row.getString(2), List.of((String[])
                        row.getArray(3).getArray())));
    }

    /** Parents stand before their parts. */
    List<Contents.Partition> partitions() throws SQLException {
        return list(
                """
                with recursive part as (
                    select inhrelid, inhparent, 1 as depth
                    from pg_inherits
                    join pg_class parent on parent.oid = inhparent and parent.relkind = 'p' and not parent.relispartition
                    union all
                    select below.inhrelid, below.inhparent, depth + 1
                    from part
                    join pg_inherits below on below.inhparent = part.inhrelid)
                select t.oid::regclass::text, inhparent::regclass::text, pg_get_expr(t.relpartbound, t.oid),
                    case when t.relkind = 'p' then pg_get_partkeydef(t.oid) end
                from part
                join pg_class t on t.oid = inhrelid and t.relnamespace in %s and t.relkind in ('r', 'p')
                order by depth, 1
                """.formatted(SCHEMAS),
                row -> new Contents.Partition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    List<Contents.Sequence> sequences() throws SQLException {
        var names = list("""
                select oid::regclass::text
                from pg_class
                where relkind = 'S' and relpersistence <> 't' and relnamespace in %s
                order by 1
                """.formatted(SCHEMAS), row -> row.getString(1));
        var sequences = new ArrayList<Contents.Sequence>();
        for (var name : names) {
            sequences.addAll(list(
                    "select last_value, is_called from " + name,
                    row -> new Contents.Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** Foreign keys that were declared, not those a partition has from its parent. */
    List<ForeignKey> foreignKeys() throws SQLException {
        return list(
                """
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                from pg_constraint
                where contype = 'f' and conparentid = 0 and connamespace in %s
                order by 1, 2
                """.formatted(SCHEMAS), row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Schemas and history tables of the program that are there now. */
    List<String> schemas() throws SQLException {
        return list(
                "select nspname from pg_namespace where oid in %s order by 1".formatted(SCHEMAS),
                row -> row.getString(1));
    }

    <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
