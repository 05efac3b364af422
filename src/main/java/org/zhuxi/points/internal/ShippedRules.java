package org.zhuxi.points.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.zhuxi.kernel.Names;
import org.zhuxi.points.RewardRule;

/** The reward rules that come with the program, from {@code points/rules.yaml}. */
final class ShippedRules {

    private ShippedRules() {}

    static List<RewardRule> read() {
        try (var file = new ClassPathResource("points/rules.yaml").getInputStream()) {
            return parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RewardRule> parse(InputStream file) {
        List<Map<String, Object>> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        return rules.stream().map(ShippedRules::rule).toList();
    }

    private static RewardRule rule(Map<String, Object> rule) {
        var name = map(rule, "name");
        return new RewardRule(
                Integer.parseInt(text(rule, "number")),
                Integer.parseInt(text(rule, "version")),
                text(rule, "code"),
                text(rule, "kind"),
                RewardRule.Trigger.valueOf(text(rule, "trigger")),
                find(rule, "quantity"),
                new BigDecimal(Objects.requireNonNullElse(find(rule, "perUnit"), "0")),
                Long.parseLong(Objects.requireNonNullElse(find(rule, "fixed"), "0")),
                Long.parseLong(Objects.requireNonNullElse(find(rule, "least"), "0")),
                map(rule, "grades").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, grade -> new BigDecimal(grade.getValue()))),
                rule.containsKey("dailyCap") ? Long.valueOf(text(rule, "dailyCap")) : null,
                Integer.parseInt(text(rule, "validityMonths")),
                LocalDate.parse(text(rule, "validFrom")),
                null,
                new Names(Objects.requireNonNull(name.get("zh")), Objects.requireNonNull(name.get("en"))));
    }

    private static String text(Map<String, Object> rule, String key) {
        return Objects.requireNonNull(find(rule, key), key);
    }

    private static @Nullable String find(Map<String, Object> rule, String key) {
        var value = rule.get(key);
        return value == null ? null : value.toString();
    }

    private static Map<String, String> map(Map<String, Object> rule, String key) {
        return rule.get(key) instanceof Map<?, ?> entries
                ? entries.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())))
                : Map.of();
    }
}
