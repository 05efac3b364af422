package org.zhuxi.activity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhuxi.activity.EvidenceKind;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.KindQuantity;
import org.zhuxi.activity.VerificationPolicy;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files that declare kinds; a wrong file stops the start and says where. */
@Component
public class KindFiles {

    static final String SHIPPED = "classpath*:activity/kinds/*.yaml";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String pattern;

    @Autowired
    KindFiles() {
        this(SHIPPED);
    }

    KindFiles(String pattern) {
        this.pattern = pattern;
    }

    /** All kinds, by file name and then in the order of the file. */
    public List<Kind> read() {
        var kinds = new ArrayList<Kind>();
        for (var file : files()) {
            kinds.addAll(read(file));
        }
        var codes = new HashSet<String>();
        for (var kind : kinds) {
            KindRules.require(codes.add(kind.code()), "Kind %s is declared twice".formatted(kind.code()));
        }
        return kinds;
    }

    private List<Resource> files() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Kind> read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            var family = JSON.convertValue(tree, Family.class);
            return family.kinds().stream().map(Declaration::kind).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YAMLException | JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("Kinds in %s: %s".formatted(file.getFilename(), e.getMessage()), e);
        }
    }

    private record Family(List<Declaration> kinds) {}

    private record Declaration(
            String code,
            Names names,
            Names description,
            Names practiceLine,
            List<Quantity> quantities,
            @Nullable List<String> grades,
            @Nullable Evidence evidence,
            Verification verification,
            Set<Role> filedBy,
            boolean selfFiling,
            int lateDays) {

        private Kind kind() {
            var files = evidence == null ? new Evidence(Set.of(), Set.of()) : evidence;
            var kind = new Kind(
                    code,
                    names,
                    description,
                    practiceLine,
                    quantities.stream().map(Quantity::quantity).toList(),
                    Objects.requireNonNullElse(grades, List.of()),
                    Objects.requireNonNullElse(files.required(), Set.of()),
                    Objects.requireNonNullElse(files.allowed(), Set.of()),
                    verification.policy(),
                    Objects.requireNonNullElse(verification.percent(), 0),
                    filedBy,
                    selfFiling,
                    lateDays);
            KindRules.check(kind);
            return kind;
        }
    }

    private record Evidence(
            @Nullable Set<EvidenceKind> required, @Nullable Set<EvidenceKind> allowed) {}

    private record Verification(
            VerificationPolicy policy, @Nullable Integer percent) {}

    private record Quantity(
            String code,
            Names names,
            String unit,
            boolean required,
            @Nullable BigDecimal above,
            @Nullable BigDecimal atLeast,
            boolean whole,
            @Nullable BigDecimal unusualAbove,
            @Nullable BigDecimal householdMaximum,
            BigDecimal maximum) {

        private KindQuantity quantity() {
            return new KindQuantity(
                    code, names, unit, required, above, atLeast, whole, unusualAbove, householdMaximum, maximum);
        }
    }
}
