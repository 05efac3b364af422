package org.zhuxi.testing.libraries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The libraries, lists of libraries and plugins of which pom.xml itself says the version. */
final class PomLibraries {

    /** What a version belongs to where pom.xml does not say it in Maven's way. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "netty.version", List.of("io.netty", "netty-bom"),
            "palantirJavaFormat", List.of("com.palantir.javaformat", "palantir-java-format"));

    private static final String OF_MAVEN = "org.apache.maven.plugins";

    private final Document pom;
    private final Map<String, String> properties;

    private PomLibraries(Document pom) {
        this.pom = pom;
        this.properties = Xml.named(pom, "properties").stream()
                .flatMap(all -> Xml.children(all).stream())
                .collect(Collectors.toMap(Element::getTagName, Element::getTextContent));
    }

    /**
     * Reads them, in the order of their names.
     *
     * @throws IllegalStateException when a property with a version belongs to nothing that is known
     */
    static List<Library> read(Path pom) throws IOException {
        var content = Files.readAllBytes(pom);
        return new PomLibraries(Xml.parse(content)).libraries(new String(content, StandardCharsets.UTF_8));
    }

    private List<Library> libraries(String text) {
        var found = new ArrayList<Library>();
        Xml.named(pom, "version").forEach(version -> of(version).ifPresent(found::add));
        properties.keySet().stream()
                .filter(name -> name.endsWith(".version") && !name.equals("java.version"))
                .filter(name -> !text.contains("${" + name + "}"))
                .forEach(name -> found.add(elsewhere(name, properties.getOrDefault(name, ""))));
        return found.stream().distinct().sorted().toList();
    }

    private Optional<Library> of(Element version) {
        var owner = (Element) version.getParentNode();
        if (owner.equals(pom.getDocumentElement())) {
            return Optional.empty();
        }
        if (ELSEWHERE.containsKey(owner.getTagName())) {
            return Optional.of(elsewhere(owner.getTagName(), resolved(version.getTextContent())));
        }
        return child(owner, "artifactId")
                .map(artifact -> new Library(
                        child(owner, "groupId").orElse(OF_MAVEN), artifact, resolved(version.getTextContent())));
    }

    private static Library elsewhere(String name, String version) {
        var known = ELSEWHERE.get(name);
        if (known == null) {
            throw new IllegalStateException("pom.xml says " + name + ", and PomLibraries does not know of what");
        }
        return new Library(known.getFirst(), known.getLast(), version);
    }

    private static Optional<String> child(Element element, String name) {
        return Xml.children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .map(Element::getTextContent)
                .findFirst();
    }

    private String resolved(String version) {
        return version.startsWith("${")
                ? properties.getOrDefault(version.substring(2, version.length() - 1), version)
                : version;
    }
}
