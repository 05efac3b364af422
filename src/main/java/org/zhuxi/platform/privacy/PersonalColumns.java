package org.zhuxi.platform.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What each column that can hold an id or words is about: {@code privacy/<schema>.yaml}, a table a row. A test holds it to the
 * database, so that nobody adds a column about people without saying what becomes of it.
 */
@Component
public class PersonalColumns {

    private final List<Table> tables = new ArrayList<>();

    PersonalColumns() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:privacy/*.yaml")) {
            var schema = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
            try (var content = file.getInputStream()) {
                var options = new LoaderOptions();
                options.setAllowDuplicateKeys(false);
                Map<String, Map<String, Object>> rows = new Yaml(new SafeConstructor(options)).load(content);
                rows.forEach((table, row) -> tables.add(Table.read(schema + "." + table, row)));
            }
        }
    }

    /** What a column holds, and what an erasure does with it. */
    public enum Sort {
        /** Ids of things. */
        ID(false),
        /** Codes, states, hashes: fixed words. */
        CODE(false),
        /** Where the row's place lay when it was written; stays. */
        PATH(false),
        /** Where the row's place lies; follows when the place comes to another parent. */
        LIVE_PATH(false),
        /** Texts about things, places and organisations, or written at work; they stay. */
        WORDS(false),
        /** Who did something, by id; stays, and leads to nobody after an erasure. */
        ACTOR(false),
        /** Whom the row is about, by id; the row goes, or leads to nobody after an erasure. */
        PERSON(true),
        /** The household the row is about; stays. */
        HOUSEHOLD(true),
        /** Names, user names, phone numbers; gone after an erasure. */
        NAME(true),
        /** Words by or about the person or the household; emptied by an erasure. */
        PERSONAL_WORDS(true),
        /** Secrets, hashes of secrets, keys; never handed out, gone after an erasure. */
        SECRET(false);

        private final boolean personal;

        Sort(boolean personal) {
            this.personal = personal;
        }

        public boolean isPersonal() {
            return personal;
        }

        /** As they stand in the files. */
        public static List<String> names() {
            return Arrays.stream(values())
                    .map(sort -> sort.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        }
    }

    /**
     * One table.
     *
     * @param name with its schema
     * @param columns of these types only: uuid, text, json, bytes and arrays of them
     * @param exported tables of the export, as {@code module/table}; empty when it is handed out nowhere
     * @param reason why it is handed out nowhere; empty when it is
     */
    public record Table(String name, Map<String, Sort> columns, List<String> exported, String reason) {

        public Table {
            columns = Map.copyOf(columns);
            exported = List.copyOf(exported);
        }

        private static Table read(String name, Map<String, Object> row) {
            var columns = new LinkedHashMap<String, Sort>();
            var exported = new ArrayList<String>();
            var reason = "";
            for (var entry : row.entrySet()) {
                var value = String.valueOf(entry.getValue());
                switch (entry.getKey()) {
                    case "exported" -> exported.addAll(List.of(value.split(", *")));
                    case "why-not" -> reason = value;
                    default ->
                        columns.put(
                                entry.getKey(),
                                Sort.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
            return new Table(name, columns, exported, reason);
        }
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    /** The schemas whose columns are declared. */
    public Set<String> schemas() {
        return tables.stream()
                .map(table -> table.name().substring(0, table.name().indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** Whether a column of a table, named with its schema, is declared. */
    public boolean knows(String table, String column) {
        return tables.stream()
                .anyMatch(known -> known.name().equals(table) && known.columns().containsKey(column));
    }
}
