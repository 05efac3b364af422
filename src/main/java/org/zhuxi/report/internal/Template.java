package org.zhuxi.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.PlaceKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an annual report consists of, the same from community to nation; declared in {@code report/annual.yaml}. A wrong file stops the start.
 *
 * @param departments who signs, by level; a level that is not named is signed by the office that reports
 */
record Template(String code, int version, Names names, List<Department> departments, List<Section> sections) {

    static final String SHIPPED = "report/annual.yaml";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param levels at which it signs */
    record Department(String code, Names names, List<PlaceKind> levels) {}

    record Section(String code, String number, Names names, List<Part> blocks) {}

    /**
     * Either a table or a text.
     *
     * @param table code of a table, or null
     * @param text code of a text, or null
     * @param prompt what belongs into the text
     * @param words what stands there until somebody writes
     */
    record Part(
            @Nullable String table,
            @Nullable String text,
            @Nullable Names prompt,
            @Nullable Names words) {}

    static Template read(String file) {
        try (var content = new ClassPathResource(file).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            return JSON.convertValue(tree, Template.class).checked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("Report template %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private Template checked() {
        var seen = new HashSet<String>();
        for (var section : sections) {
            for (var part : section.blocks()) {
                if ((part.table() == null) == (part.text() == null)) {
                    throw new IllegalArgumentException("A part of " + section.code() + " is neither table nor text");
                }
                var text = part.text();
                if (text != null && !seen.add(text)) {
                    throw new IllegalArgumentException("Two texts are called " + text);
                }
            }
        }
        return this;
    }

    /** The text with this code, if there is one. */
    java.util.Optional<Part> findText(String text) {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(part -> text.equals(part.text()))
                .findFirst();
    }

    Set<String> texts() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .map(Part::text)
                .filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Who signs at a level. */
    List<Department> departments(PlaceKind level) {
        return departments.stream().filter(one -> one.levels().contains(level)).toList();
    }
}
