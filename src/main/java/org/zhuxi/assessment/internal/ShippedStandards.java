package org.zhuxi.assessment.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.StandardEntry;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.StandardVersion.State;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.web.Messages;

/** The standards that come with the program, from {@code standard/*.yaml}; a wrong one stops the start and says where. */
@Component
class ShippedStandards {

    private static final String FILES = "classpath*:standard/*.yaml";

    /** Others are mapped to its criteria. */
    private static final Comparator<String> NATIONAL_FIRST = Comparator.comparing(
                    (String file) -> !file.startsWith(StandardVersion.NATIONAL))
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, Shipped> all = new LinkedHashMap<>();

    /** A version with its text. */
    record Shipped(StandardVersion standard, String text) {

        StandardEntry entry() {
            return new StandardEntry(
                    standard.code(),
                    standard.version(),
                    standard.names(),
                    standard.jurisdiction(),
                    standard.effectiveFrom(),
                    standard.official(),
                    standard.state(),
                    true,
                    null,
                    null,
                    standard.official() ? Origin.PUBLIC : Origin.SYNTHETIC);
        }
    }

    @Autowired
    ShippedStandards(StandardRules rules, Messages messages) {
        this(files(), rules, messages);
    }

    /**
     * @param files texts by name of the file
     * @throws IllegalStateException when a file is wrong
     */
    ShippedStandards(Map<String, String> files, StandardRules rules, Messages messages) {
        var reader = new StandardReader(rules);
        var waiting = new TreeMap<String, String>(NATIONAL_FIRST);
        waiting.putAll(files);
        while (!waiting.isEmpty()) {
            var faults = new TreeMap<String, List<StandardFault>>();
            for (var file : List.copyOf(waiting.keySet())) {
                var text = Objects.requireNonNull(waiting.get(file));
                var read = reader.read(text, State.PUBLISHED, known());
                if (read.standard() != null) {
                    add(file, new Shipped(read.standard(), text));
                    waiting.remove(file);
                } else {
                    faults.put(file, read.faults());
                }
            }
            if (faults.size() == waiting.size() && !waiting.isEmpty() && !hasNewParents(faults)) {
                throw new IllegalStateException(told(faults, messages));
            }
        }
    }

    private void add(String file, Shipped shipped) {
        var key = key(shipped.standard().code(), shipped.standard().version());
        if (all.put(key, shipped) != null) {
            throw new IllegalStateException("standard/" + file + ": " + key + " is there twice");
        }
    }

    /** Whether a file waits for a parent that has been read in the meantime. */
    private boolean hasNewParents(Map<String, List<StandardFault>> faults) {
        return faults.values().stream()
                .allMatch(list -> list.stream()
                        .anyMatch(fault -> fault.slug().equals("parent-unknown")
                                && fault.arguments().stream().anyMatch(all::containsKey)));
    }

    private static String told(Map<String, List<StandardFault>> faults, Messages messages) {
        return faults.entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .map(fault -> "standard/%s, line %d, %s: %s"
                                .formatted(
                                        file.getKey(),
                                        fault.line(),
                                        fault.path(),
                                        messages.get(
                                                Locale.ENGLISH,
                                                "assessment.fault." + fault.slug(),
                                                fault.arguments()))))
                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static Map<String, String> files() {
        try {
            var files = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KnownStandards known() {
        return new KnownStandards() {
            @Override
            public Optional<StandardVersion> latest(String code) {
                return ShippedStandards.this.latest(code).map(Shipped::standard);
            }

            @Override
            public Optional<StandardVersion> find(String code, int version) {
                return ShippedStandards.this.find(code, version).map(Shipped::standard);
            }

            /** The tree of places may be empty at the first start. */
            @Override
            public boolean isPlace(String code) {
                return code.matches("[0-9]{12}");
            }
        };
    }

    private static String key(String code, int version) {
        return code + " " + version;
    }

    Optional<Shipped> find(String code, int version) {
        return Optional.ofNullable(all.get(key(code, version)));
    }

    /** All versions of one standard, the latest first. */
    List<Shipped> versions(String code) {
        return all.values().stream()
                .filter(one -> one.standard().code().equals(code))
                .sorted(Comparator.comparing(one -> -one.standard().version()))
                .toList();
    }

    Optional<Shipped> latest(String code) {
        return versions(code).stream().findFirst();
    }

    /** The latest version of each, by code. */
    List<Shipped> latest() {
        return all.values().stream()
                .map(one -> one.standard().code())
                .distinct()
                .sorted()
                .flatMap(code -> latest(code).stream())
                .toList();
    }
}
