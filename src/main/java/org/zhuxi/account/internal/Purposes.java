package org.zhuxi.account.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.zhuxi.account.Purpose;
import org.zhuxi.kernel.Names;

/** The purposes that come with the program, from {@code account/purposes.yaml}. */
@Component
public class Purposes {

    private final List<Purpose> purposes;

    Purposes() throws IOException {
        try (var file = new ClassPathResource("account/purposes.yaml").getInputStream()) {
            List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            purposes = rows.stream().map(Purposes::purpose).toList();
        }
    }

    public List<Purpose> list() {
        return purposes;
    }

    Optional<Purpose> find(String code) {
        return purposes.stream().filter(purpose -> purpose.code().equals(code)).findFirst();
    }

    private static Purpose purpose(Map<String, Object> row) {
        return new Purpose(
                text(row, "code"),
                Integer.parseInt(text(row, "version")),
                Boolean.TRUE.equals(row.get("needed")),
                Boolean.TRUE.equals(row.get("forMinors")),
                text(row, "basis"),
                names(row, "name"),
                names(row, "text"));
    }

    private static String text(Map<?, ?> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }

    private static Names names(Map<String, Object> row, String key) {
        var names = (Map<?, ?>) Objects.requireNonNull(row.get(key), key);
        return new Names(text(names, "zh"), text(names, "en"));
    }
}
