package org.zhuxi.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.zhuxi.platform.rights.EndpointRight;

/**
 * Requests that reach the check of rights: {@code rights-tries/<module>.yaml} names for an endpoint the fields it is sent
 * with. {@code $words} are filled in from the test's own community; {@code json} is the body, {@code file} an upload,
 * {@code owner} whose it is, {@code none} says that the person has none of it.
 */
final class Tries {

    /** A part of an address that varies; it may have a pattern with braces of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    private final Map<String, Map<String, String>> fields = new LinkedHashMap<>();
    private final Map<String, String> known;

    Tries(Map<String, String> known) {
        this.known = known;
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:rights-tries/*.yaml")) {
                Map<String, Map<String, String>> rows = plain().load(file.getContentAsString(StandardCharsets.UTF_8));
                rows.forEach((key, row) -> {
                    var texts = new LinkedHashMap<String, String>();
                    row.forEach((name, value) -> texts.put(name, filled(value)));
                    fields.put(key, texts);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything is a text, also dates and "on". */
    private static Yaml plain() {
        var options = new DumperOptions();
        return new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(options),
                options,
                new LoaderOptions(),
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {}
                });
    }

    boolean knows(EndpointRight endpoint) {
        return fields.containsKey(endpoint.key());
    }

    /** Whose the thing is that the request is about: a user name without its community, or somebody of the household. */
    String owner(EndpointRight endpoint) {
        return fields.getOrDefault(endpoint.key(), Map.of()).getOrDefault("owner", "");
    }

    /** Whether those who may are told that there is nothing: they own none of what the address is about. */
    boolean findsNone(EndpointRight endpoint) {
        return fields.getOrDefault(endpoint.key(), Map.of()).containsKey("none");
    }

    AbstractMockHttpServletRequestBuilder<?> request(EndpointRight endpoint) {
        var row = new HashMap<>(fields.getOrDefault(endpoint.key(), Map.of()));
        var address = address(endpoint, row);
        var method = HttpMethod.valueOf(endpoint.method());
        var json = row.remove("json");
        var file = row.remove("file");
        var header = row.remove("header");
        row.keySet().removeAll(Set.of("owner", "none"));
        AbstractMockHttpServletRequestBuilder<?> request = file == null
                ? MockMvcRequestBuilders.request(method, java.net.URI.create(address))
                : MockMvcRequestBuilders.multipart(java.net.URI.create(address))
                        .file(new MockMultipartFile("file", file.getBytes(StandardCharsets.UTF_8)));
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        if (header != null) {
            var colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        row.forEach(request::param);
        return request;
    }

    /** Variables of the address without a value of their own become a fresh id. */
    private static String address(EndpointRight endpoint, Map<String, String> row) {
        var address = new StringBuilder();
        var variable = VARIABLE.matcher(endpoint.pattern());
        while (variable.find()) {
            var value = row.remove(variable.group(1));
            variable.appendReplacement(
                    address, value == null ? UUID.randomUUID().toString() : value);
        }
        variable.appendTail(address);
        return address.toString();
    }

    private String filled(String text) {
        var result = text;
        // the longest first, for one word may begin another
        var words = known.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var word : words) {
            result = result.replace("$" + word, Objects.requireNonNull(known.get(word)));
        }
        return result;
    }
}
