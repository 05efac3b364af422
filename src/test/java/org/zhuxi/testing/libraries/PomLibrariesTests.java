package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a library of which the version is said here. */
class PomLibrariesTests {

    @TempDir
    private Path folder;

    @Test
    void namesParentListsLibrariesProcessorsAndPlugins() throws IOException {
        assertThat(read("""
                        <project>
                          <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>4</version></parent>
                          <groupId>org.zhuxi</groupId><artifactId>zhuxi</artifactId><version>0.1</version>
                          <properties>
                            <netty.version>4.2</netty.version>
                            <java.version>25</java.version>
                            <one.version>1.2</one.version>
                          </properties>
                          <dependencies>
                            <dependency><groupId>g</groupId><artifactId>one</artifactId><version>${one.version}</version></dependency>
                            <dependency><groupId>g</groupId><artifactId>fixed</artifactId><version>7.0</version></dependency>
                            <dependency><groupId>g</groupId><artifactId>of-the-parent</artifactId></dependency>
                          </dependencies>
                          <build><plugins>
                            <plugin><artifactId>maven-x-plugin</artifactId><version>3</version>
                              <configuration><jdk><version>[25,26)</version></jdk>
                                <palantirJavaFormat><version>2.1</version></palantirJavaFormat>
                                <path><groupId>g</groupId><artifactId>processor</artifactId><version>5</version></path>
                              </configuration></plugin>
                          </plugins></build>
                        </project>
                        """))
                .containsExactly(
                        "com.palantir.javaformat:palantir-java-format 2.1",
                        "g:fixed 7.0",
                        "g:one 1.2",
                        "g:processor 5",
                        "io.netty:netty-bom 4.2",
                        "org.apache.maven.plugins:maven-x-plugin 3",
                        "org.example:parent 4");
    }

    @Test
    void aVersionOfSomethingUnknownIsNotPassedOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("<project><properties><new.version>1</new.version></properties></project>"))
                .withMessageContaining("new.version");
    }

    private List<String> read(String pom) throws IOException {
        return PomLibraries.read(Files.writeString(folder.resolve("pom.xml"), pom)).stream()
                .map(library -> library.name() + " " + library.version())
                .toList();
    }
}
