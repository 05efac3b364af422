package org.zhuxi.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The roles of the embedded server. One owns the database and what the program makes there, the other answers requests
 * ({@link ApplicationRole}). Neither can touch files and programs of the machine, or other roles.
 */
final class EmbeddedRoles {

    static final String OWNER = "zhuxi";

    static final String APPLICATION = "zhuxi_app";

    /** Who made the server; for the work here and for looking whether it is up. */
    private static final String SUPERUSER = "postgres";

    /** Each of them has the password of the start. */
    static final List<String> ALL = List.of(OWNER, APPLICATION, SUPERUSER);

    private static final String ROLES = """
            do $$
            declare
                name text;
            begin
                foreach name in array array['zhuxi', 'zhuxi_app'] loop
                    if to_regrole(name) is null then
                        execute format('create role %I', name);
                    end if;
                    execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', name);
                end loop;
            end $$
            """;

    /** What earlier versions made as superuser. Indexes and the sequences of columns follow their tables. */
    private static final String OWNERSHIP = """
            do $$
            declare
                statement text;
            begin
                for statement in
                    with ours as (
                        select oid
                        from pg_namespace
                        where nspname !~ '^pg_' and nspname <> 'information_schema')
                    select format('alter schema %I owner to zhuxi', nspname)
                    from pg_namespace
                    where oid in (select oid from ours) and nspowner = to_regrole('postgres')
                    union all
                    select format('alter %s %s owner to zhuxi',
                        case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
                        relation.oid::regclass)
                    from pg_class relation
                    where relnamespace in (select oid from ours) and relowner = to_regrole('postgres')
                        and relkind in ('r', 'p', 'v', 'm', 'S')
                        and not exists (
                            select from pg_depend
                            where objid = relation.oid and classid = 'pg_class'::regclass and refobjsubid > 0
                                and deptype in ('a', 'i') and relkind = 'S')
                    union all
                    select format('alter routine %s owner to zhuxi', oid::regprocedure)
                    from pg_proc
                    where pronamespace in (select oid from ours) and proowner = to_regrole('postgres')
                    union all
                    select format('alter type %s owner to zhuxi', oid::regtype)
                    from pg_type
                    where typnamespace in (select oid from ours) and typowner = to_regrole('postgres')
                        and typtype in ('d', 'e', 'r')
                loop
                    execute statement;
                end loop;
            end $$
            """;

    private EmbeddedRoles() {}

    /** Makes the roles where they are missing, and gives the owner what earlier versions owned as superuser. */
    static void prepare(DataSource server) throws IOException {
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ROLES);
            statement.execute("alter database postgres owner to zhuxi");
            statement.execute(OWNERSHIP);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("The embedded database could not be given to its roles", e);
        }
    }
}
