package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTests {

    /** The beginning of an address in a template, when it is not a word of ours. */
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @Test
    void whatGoesIntoAnAddressIsEncoded() {
        assertThat(Links.to("/places", "q", "a&b=c d/竹\"<#%", "empty", "", "at", "javascript:alert(1)"))
                .isEqualTo("/places?q=a%26b%3Dc%20d%2F%E7%AB%B9%22%3C%23%25&at=javascript%3Aalert%281%29");
    }

    @Test
    void everyAddressWrittenInAPageHasASafeBeginning() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            var templates =
                    files.filter(file -> file.toString().endsWith(".jte")).toList();
            assertThat(templates).hasSizeGreaterThan(300);
            assertThat(templates.stream().flatMap(LinksTests::addresses))
                    .isNotEmpty()
                    .allMatch(address -> address.matches("(/[^/].*|/|[#?].*|https://.*|tel:.*|data:.*|)")
                            || address.startsWith("${"));
        }
    }

    private static Stream<String> addresses(Path template) {
        try {
            return ADDRESS.matcher(Files.readString(template)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
