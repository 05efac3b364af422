package org.zhuxi.platform.rights;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;

/** Reads one module's {@code rights/<module>.yaml}; a row is a word or, when there is more to say, a map. */
record RightsFile(List<PermissionRight> permissions, List<EndpointRight> endpoints) {

    static RightsFile read(String module, InputStream file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> root = new Yaml(new SafeConstructor(options)).load(file);
        return new RightsFile(
                entries(root.get("permissions")).entrySet().stream()
                        .map(row -> permission(module, row.getKey(), entries(row.getValue())))
                        .toList(),
                entries(root.get("endpoints")).entrySet().stream()
                        .map(row -> endpoint(module, row.getKey(), row.getValue()))
                        .toList());
    }

    private static PermissionRight permission(String module, String code, Map<String, Object> row) {
        var roles = Objects.requireNonNull((List<?>) row.get("roles"), code + " names no roles");
        return new PermissionRight(
                module,
                code,
                new Names(required(row, "zh"), required(row, "en")),
                required(row, "scope"),
                roles.stream().map(role -> Role.valueOf(role.toString())).collect(Collectors.toSet()),
                "nation".equals(row.get("holds")));
    }

    private static EndpointRight endpoint(String module, String key, Object value) {
        Map<String, Object> row = value instanceof String needs ? Map.of("needs", needs) : entries(value);
        var parts = key.split(" ", 2);
        return new EndpointRight(
                module,
                parts[0],
                parts[1],
                Arrays.asList(required(row, "needs").split(", *")),
                EndpointRight.Of.valueOf(upper(row.get("of"), "OWN_PLACES")),
                Boolean.TRUE.equals(row.get("members")),
                EndpointRight.Shows.valueOf(upper(row.get("shows"), "NOTHING")),
                "recent".equals(row.get("proof")),
                "filter".equals(row.get("by")),
                row.get("note") == null ? null : row.get("note").toString());
    }

    private static String upper(@Nullable Object word, String otherwise) {
        return word == null ? otherwise : word.toString().toUpperCase(Locale.ROOT);
    }

    private static String required(Map<String, Object> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }

    private static Map<String, Object> entries(@Nullable Object map) {
        var entries = new LinkedHashMap<String, Object>();
        if (map instanceof Map<?, ?> found) {
            found.forEach((key, value) -> entries.put(String.valueOf(key), value));
        }
        return entries;
    }
}
