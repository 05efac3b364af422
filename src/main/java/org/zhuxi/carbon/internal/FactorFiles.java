package org.zhuxi.carbon.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhuxi.carbon.Evidence;
import org.zhuxi.carbon.Factor;
import org.zhuxi.carbon.FactorVersion;
import org.zhuxi.carbon.method.Spread;
import org.zhuxi.kernel.Names;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the factor library; a wrong file stops the start and says where. */
final class FactorFiles {

    static final String SHIPPED = "classpath*:carbon/*.yaml";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FactorFiles() {}

    record Declared(List<Row> factors) {}

    record Row(
            String code,
            Factor.Topic topic,
            String region,
            Names names,
            String unit,
            @Nullable Boolean indicatorOnly,
            List<Version> versions) {

        Factor factor() {
            return new Factor(
                    code,
                    topic,
                    region,
                    names,
                    unit,
                    Boolean.TRUE.equals(indicatorOnly),
                    versions.stream()
                            .map(Version::factorVersion)
                            .sorted(Comparator.comparingInt(FactorVersion::year).reversed())
                            .toList());
        }
    }

    record Version(
            String version,
            int year,
            BigDecimal value,
            Evidence evidence,
            @Nullable Map<String, Object> spread,
            Names source,
            @Nullable Names note) {

        FactorVersion factorVersion() {
            return new FactorVersion(
                    version,
                    year,
                    value,
                    evidence,
                    spread == null ? Spread.EXACT : Spreads.declared(spread),
                    source,
                    Objects.requireNonNullElse(note, new Names("", "")));
        }
    }

    static List<Factor> read(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .flatMap(file -> read(file).factors().stream())
                    .map(Row::factor)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declared read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            return JSON.convertValue(tree, Declared.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("Factors in %s: %s".formatted(file.getFilename(), e.getMessage()), e);
        }
    }
}
