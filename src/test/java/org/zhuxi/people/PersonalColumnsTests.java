package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.platform.privacy.PersonalColumns;
import org.zhuxi.platform.privacy.PersonalColumns.Sort;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.testing.ZhuxiTest;

/** Every column that can hold a person's id or words is declared in {@code privacy/<schema>.yaml}: whose it is, or nobody's. */
@ZhuxiTest
class PersonalColumnsTests {

    private final JdbcClient jdbc;
    private final PersonalColumns declared;
    private final ObjectProvider<PersonalData> parts;
    private final Messages messages;

    PersonalColumnsTests(
            JdbcClient jdbc, PersonalColumns declared, ObjectProvider<PersonalData> parts, Messages messages) {
        this.jdbc = jdbc;
        this.declared = declared;
        this.parts = parts;
        this.messages = messages;
    }

    @Test
    void everyColumnThatCanNameAPersonIsDeclared() {
        var missing = new TreeMap<String, Set<String>>();
        real().forEach((table, columns) -> columns.stream()
                .filter(column -> !declared.knows(table, column))
                .forEach(column ->
                        missing.computeIfAbsent(table, any -> new TreeSet<>()).add(column)));

        assertThat(missing)
                .as("tables and columns to add to src/main/resources/privacy/<schema>.yaml; sorts: %s", Sort.names())
                .isEmpty();
    }

    @Test
    void noDeclarationIsLeftOver() {
        var real = real();

        assertThat(declared.tables().stream()
                        .flatMap(table -> table.columns().keySet().stream()
                                .filter(column -> !real.getOrDefault(table.name(), Set.of())
                                        .contains(column))
                                .map(column -> table.name() + "." + column)))
                .isEmpty();
    }

    @Test
    void everyTableAboutPeopleIsHandedOutOrSaysWhyNot() {
        assertThat(declared.tables().stream()
                        .filter(table -> table.columns().values().stream().anyMatch(Sort::isPersonal))
                        .filter(table ->
                                table.exported().isEmpty() == table.reason().isBlank())
                        .map(table -> table.name()))
                .as("tables that need either exported: [<table of the export>] or why-not: <reason>")
                .isEmpty();
    }

    @Test
    void everyTableOfTheExportThatIsNamedExplainsItself() {
        var exports = declared.tables().stream()
                .flatMap(table -> table.exported().stream())
                .collect(Collectors.toSet());

        assertThat(exports).isNotEmpty().allSatisfy(export -> {
            var parts = export.split("/", 2);
            var key = parts[0] + ".export." + parts[1];
            assertThat(messages.get(Locale.ENGLISH, key)).isNotEqualTo(key);
        });
    }

    @Test
    void everyModuleWithPersonalDataDeclaresItsColumns() {
        assertThat(declared.schemas())
                .containsAll(parts.stream().map(PersonalData::module).toList());
    }

    private Map<String, Set<String>> real() {
        return jdbc
                .sql("""
                        select columns.table_schema || '.' || columns.table_name as name, column_name as text
                        from information_schema.columns columns
                        join information_schema.tables tables
                          on tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
                        where tables.table_type = 'BASE TABLE' and columns.table_schema = any(:schemas)
                          and columns.table_name not like 'flyway%'
                          -- a part of a table has the columns of the whole
                          and not (
                              select relispartition
                              from pg_class
                              where oid = format('%I.%I', tables.table_schema, tables.table_name)::regclass)
                          and data_type in ('uuid', 'text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY',
                                            'bytea', 'inet')
                        """)
                .param("schemas", declared.schemas().toArray(String[]::new))
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Named::name, TreeMap::new, Collectors.mapping(Named::text, Collectors.toSet())));
    }

    record Named(String name, String text) {}
}
