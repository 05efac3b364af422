package org.zhuxi.indicator.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.Direction;
import org.zhuxi.indicator.Measure;
import org.zhuxi.kernel.Names;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files that declare measures and indicators; a wrong file stops the start and says where. */
final class DefinitionFiles {

    static final String SHIPPED = "classpath*:indicator/*.yaml";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DefinitionFiles() {}

    /** What one file declares. */
    record Declared(
            @Nullable List<Topic> topics,
            @Nullable List<MeasureRow> measures,
            @Nullable List<IndicatorRow> indicators) {}

    /** A subject under which indicators are listed. */
    record Topic(String code, Names names) {}

    record MeasureRow(
            String code,
            Names names,
            Names unit,
            int decimals,
            Aggregation aggregation,
            Measure.Source source,
            @Nullable List<String> kinds,
            @Nullable String quantity,
            @Nullable List<String> sites,
            @Nullable Boolean yearly,
            @Nullable String cell,
            Names definition) {

        Measure measure() {
            return new Measure(
                    code,
                    names,
                    unit,
                    decimals,
                    aggregation,
                    source,
                    Objects.requireNonNullElse(kinds, List.of()),
                    quantity,
                    Objects.requireNonNullElse(sites, List.of()),
                    Boolean.TRUE.equals(yearly),
                    cell,
                    definition);
        }
    }

    record IndicatorRow(
            String code,
            int version,
            String topic,
            Names names,
            Names unit,
            int decimals,
            Direction direction,
            String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal factor,
            Names formula,
            Names source,
            Names example,
            @Nullable Applicability applicability) {}

    static List<Declared> read(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(DefinitionFiles::read)
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
            throw new IllegalStateException("Indicators in %s: %s".formatted(file.getFilename(), e.getMessage()), e);
        }
    }
}
