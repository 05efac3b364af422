package org.zhuxi.platform.database;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The role with which requests are answered, where another one owns the tables: it reads and writes rows, makes temporary tables and
 * calls functions, and can neither change nor empty a table, nor switch off a rule of one.
 *
 * @param name of a role that is there; the program makes none on a server of one's own
 */
record ApplicationRole(String name) {

    /** Histories of migrations; they are read for back-ups. */
    private static final String HISTORIES = "public";

    private static final String LACKS = """
            select exists (
                select
                from pg_class relation
                cross join unnest(array['select', 'insert', 'update', 'delete']) as needed
                where relation.relnamespace in (select to_regnamespace(module) from unnest(:modules) module)
                    and relation.relkind in ('r', 'p', 'v', 'm')
                    and not has_table_privilege(:role, relation.oid, needed))
                or exists (
                    select
                    from pg_class relation
                    where relation.relnamespace in (select to_regnamespace(module) from unnest(:modules) module)
                        and case relation.relkind when 'S' then not has_sequence_privilege(:role, relation.oid, 'usage') end)
                or exists (
                    select
                    from pg_class history
                    where history.relnamespace = 'public'::regnamespace and history.relkind = 'r'
                        and history.relname like 'flyway\\_schema\\_history\\_%'
                        and not has_table_privilege(:role, history.oid, 'select'))
                or not has_database_privilege(:role, current_database(), 'temporary')
            """;

    /**
     * Gives the role what it needs of the schemas of the modules, also of tables made there later by the owner.
     *
     * @param owner connects as the owner of the database and of what is in it
     */
    void prepare(DataSource owner, List<String> modules) {
        var database = JdbcClient.create(owner);
        var isPrepared = !database.sql(LACKS)
                .param("modules", modules.toArray(String[]::new))
                .param("role", name)
                .query(Boolean.class)
                .single();
        if (!isPrepared) {
            Stream.concat(
                            Stream.of("grant connect, temporary on database %s to %s"
                                    .formatted(
                                            quoted(database.sql("select current_database()")
                                                    .query(String.class)
                                                    .single()),
                                            quoted(name))),
                            Stream.concat(
                                    modules.stream().flatMap(this::ofModule), ofSchema(HISTORIES, "select", "tables")))
                    .forEach(grant -> database.sql(grant).update());
        }
    }

    private Stream<String> ofModule(String module) {
        return Stream.of(
                        Stream.of("grant usage on schema %s to %s".formatted(quoted(module), quoted(name))),
                        ofSchema(module, "select, insert, update, delete", "tables"),
                        ofSchema(module, "select, usage", "sequences"),
                        ofSchema(module, "execute", "routines"))
                .flatMap(grants -> grants);
    }

    private Stream<String> ofSchema(String schema, String rights, String kind) {
        return Stream.of(
                "grant %s on all %s in schema %s to %s".formatted(rights, kind, quoted(schema), quoted(name)),
                "alter default privileges in schema %s grant %s on %s to %s"
                        .formatted(quoted(schema), rights, kind, quoted(name)));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
