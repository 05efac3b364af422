package org.zhuxi.waste.neighbour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tasks of the file {@code waste/tasks.yaml}; a wrong file stops the start. */
@Service
public class TaskTemplates {

    private final List<TaskTemplate> templates;

    TaskTemplates(@Value("classpath:waste/tasks.yaml") Resource file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var content = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            templates = List.copyOf(json.convertValue(tree, Tasks.class).tasks());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them in the order of the file. */
    public List<TaskTemplate> list() {
        return templates;
    }

    public Optional<TaskTemplate> find(String code) {
        return templates.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    private record Tasks(List<TaskTemplate> tasks) {}
}
