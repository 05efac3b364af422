package org.zhuxi.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of improvement; a wrong file stops the start. */
@Service
public class ProjectTypes {

    private final List<ProjectType> types;

    ProjectTypes(@Value("classpath:project/types.yaml") Resource file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var content = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            types = List.copyOf(json.convertValue(tree, Declared.class).types());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them in the order of the file. */
    public List<ProjectType> list() {
        return types;
    }

    /** @throws ProjectRefused.NoType when there is none with this code */
    public ProjectType get(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(ProjectRefused.NoType::new);
    }

    private record Declared(List<ProjectType> types) {}
}
