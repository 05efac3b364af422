package org.zhuxi.people;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the database a person is still named. */
final class Traces {

    private Traces() {}

    /** Looks through every column of every table of every schema that can hold text. */
    static Set<String> of(Family person, JdbcClient jdbc) {
        var columns = jdbc.sql("""
                        select table_schema || '.' || table_name as "table", quote_ident(column_name) as "column",
                               data_type = 'bytea' as binary
                        from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                          and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea')
                        """).query(Column.class).list();
        var found = new TreeSet<String>();
        for (var column : columns) {
            var where = List.of("name", "phone", "username").stream()
                    .map(word -> column.binary()
                            ? "position(convert_to(:%s, 'UTF8') in %s) > 0".formatted(word, column.column())
                            : "strpos(%s::text, :%s) > 0".formatted(column.column(), word))
                    .collect(Collectors.joining(" or "));
            var hits = jdbc.sql("select count(*) from %s where %s".formatted(column.table(), where))
                    .param("name", person.name())
                    .param("phone", person.phone())
                    .param("username", person.username())
                    .query(Long.class)
                    .single();
            if (hits > 0) {
                found.add(column.table() + "." + column.column());
            }
        }
        return found;
    }

    record Column(String table, String column, boolean binary) {}
}
