package org.zhuxi.platform.rights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Who may do what, written down: {@code rights/<module>.yaml} of every module. The facades decide by themselves; a test
 * holds them to what is written here, for every page and endpoint there is.
 */
@Component
public class RightsMatrix {

    private final List<PermissionRight> permissions = new ArrayList<>();
    private final List<EndpointRight> endpoints = new ArrayList<>();

    RightsMatrix() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:rights/*.yaml")) {
            try (var content = file.getInputStream()) {
                var module = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
                var read = RightsFile.read(module, content);
                permissions.addAll(read.permissions());
                endpoints.addAll(read.endpoints());
            }
        }
        permissions.sort(Comparator.comparing(PermissionRight::module).thenComparing(PermissionRight::code));
        endpoints.sort(Comparator.comparing(EndpointRight::module)
                .thenComparing(EndpointRight::pattern)
                .thenComparing(EndpointRight::method));
    }

    /** In order of module and code. */
    public List<PermissionRight> permissions() {
        return List.copyOf(permissions);
    }

    /** In order of module and address. */
    public List<EndpointRight> endpoints() {
        return List.copyOf(endpoints);
    }
}
