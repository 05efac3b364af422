package org.zhuxi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of libraries (CycloneDX) that the build puts into the program says what the program is made of. */
class BillOfMaterialsTests {

    /** Licences under which a library may be part of a program that is itself given away under Apache-2.0. */
    private static final Set<String> MAY_BE_SHIPPED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "Bouncy Castle Licence",
            "CDDL-1.0",
            "CC0-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "Unicode-3.0");

    private static List<JsonNode> libraries = List.of();

    @BeforeAll
    static void read() {
        var bill = JsonMapper.shared().readTree(new File("target/classes/META-INF/sbom/application.cdx.json"));
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        libraries = bill.path("components").valueStream().toList();
    }

    @Test
    void namesEachLibraryAsItLiesOnTheClassPath() {
        var jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());

        assertThat(libraries)
                .hasSizeGreaterThan(100)
                .allSatisfy(library ->
                        assertThat(jars).anyMatch(jar -> jar.startsWith(name(library) + "-" + version(library))));
    }

    @Test
    void namesEachLibraryThatTheBuildAsksFor() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var asked = Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(pom.substring(pom.lastIndexOf("</dependencyManagement>"), pom.indexOf("<build>")))
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> !dependency.contains("<scope>"))
                .map(dependency -> dependency.replaceAll("(?s)^.*?<artifactId>(.*?)</artifactId>.*$", "$1"))
                .toList();

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(libraries.stream().map(BillOfMaterialsTests::name)).containsAll(asked);
    }

    @Test
    void eachLibraryHasALicenceThatLetsItBeShipped() {
        assertThat(libraries)
                .allSatisfy(library ->
                        assertThat(licences(library)).as(name(library)).anyMatch(MAY_BE_SHIPPED::contains));
    }

    private static String name(JsonNode library) {
        return library.path("name").asString();
    }

    private static String version(JsonNode library) {
        return library.path("version").asString();
    }

    /** Each is an id or a name; of an expression such as {@code (A OR B)} each part is one. */
    private static List<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .flatMap(choice -> Stream.of(
                                choice.path("license").path("id"),
                                choice.path("license").path("name"),
                                choice.path("expression"))
                        .filter(JsonNode::isString)
                        .flatMap(said ->
                                Stream.of(said.asString().replaceAll("[()]", "").split(" OR "))))
                .toList();
    }
}
