package org.zhuxi.compost.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.compost.process.QualityStandard;
import org.zhuxi.compost.process.Sanitisation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data files of this module: materials, rules of sanitisation, limits. A wrong file stops the start. */
@Component
public final class Tables {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Feedstock> feedstocks;
    private final Map<String, Feedstock> byCode;
    private final List<Sanitisation.Rule> rules;
    private final List<QualityStandard> standards;

    public Tables() {
        this.feedstocks = read("feedstocks.yaml", FeedstockFile.class).feedstocks();
        this.byCode = feedstocks.stream().collect(Collectors.toMap(Feedstock::code, Function.identity()));
        this.rules = read("sanitisation.yaml", RuleFile.class).rules();
        this.standards = read("standards.yaml", StandardFile.class).standards();
    }

    record FeedstockFile(List<Feedstock> feedstocks) {}

    record RuleFile(List<Sanitisation.Rule> rules) {}

    record StandardFile(List<QualityStandard> standards) {}

    public List<Feedstock> feedstocks() {
        return feedstocks;
    }

    public Optional<Feedstock> feedstock(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Sanitisation.Rule> rules() {
        return rules;
    }

    public Optional<Sanitisation.Rule> rule(String id) {
        return rules.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<QualityStandard> standards() {
        return standards;
    }

    public Optional<QualityStandard> standard(String id) {
        return standards.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static <T> T read(String name, Class<T> type) {
        try (var content = new ClassPathResource("compost/" + name).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            return JSON.convertValue(tree, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
