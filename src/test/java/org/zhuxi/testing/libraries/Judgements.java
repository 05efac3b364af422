package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What people have judged about libraries and holes, each with the reason: src/test/resources/libraries.yaml. */
record Judgements(List<Kept> kept, List<Unusable> unusable) {

    /** That a library stays in its version although there is this newer release. */
    record Kept(String library, String release, String since, String because) {}

    /** That a hole cannot be used against this program. */
    record Unusable(String hole, String because) {}

    /** @throws IllegalArgumentException when one lacks its reason or what it is about */
    static Judgements read(Path file) throws IOException {
        Map<String, List<Map<String, String>>> tree = plain().load(Files.readString(file));
        return new Judgements(
                tree.getOrDefault("kept", List.of()).stream()
                        .map(one -> new Kept(
                                said(one, "library"), said(one, "release"), said(one, "since"), said(one, "because")))
                        .toList(),
                tree.getOrDefault("unusable", List.of()).stream()
                        .map(one -> new Unusable(said(one, "hole"), said(one, "because")))
                        .toList());
    }

    /** Why a library stays, if this is still the release that was judged. */
    Optional<Kept> kept(Library library, String newest) {
        return kept.stream()
                .filter(one ->
                        one.library().equals(library.name()) && one.release().equals(newest))
                .findFirst();
    }

    Optional<Unusable> unusable(String hole) {
        return unusable.stream().filter(one -> one.hole().equals(hole)).findFirst();
    }

    private static String said(Map<String, String> one, String name) {
        var text = one.get(name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("libraries.yaml: " + one + " lacks " + name);
        }
        return text.strip();
    }

    /** Everything is a text, also dates and version 1.10. */
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
}
