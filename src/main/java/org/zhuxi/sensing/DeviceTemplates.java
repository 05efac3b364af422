package org.zhuxi.sensing;

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

/** The kinds of devices; a wrong file stops the start. */
@Service
public class DeviceTemplates {

    private final List<DeviceTemplate> templates;

    DeviceTemplates(@Value("classpath:sensing/templates.yaml") Resource file) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var content = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            templates = List.copyOf(json.convertValue(tree, Declared.class).templates());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them in the order of the file. */
    public List<DeviceTemplate> list() {
        return templates;
    }

    public Optional<DeviceTemplate> find(String code) {
        return templates.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private record Declared(List<DeviceTemplate> templates) {}
}
