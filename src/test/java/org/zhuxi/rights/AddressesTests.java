package org.zhuxi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.testing.ZhuxiTest;

/**
 * What opens something stands in no address that is sent: whatever in a path or query could be a secret by its name is declared in
 * docs/security.md with the reason why it is none.
 */
@ZhuxiTest
class AddressesTests {

    private static final String SECTION = "## Codes and keys in addresses\n";
    private static final String SUSPICIOUS =
            "(?i)\\w*(code|secret|token|key|card|plate|pin|passw|receipt|phone|mail|username|credential|identity)\\w*";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");
    private static final Pattern DECLARED = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?:href|action|src|hx-get)=\"[^\"]*[?&]" + SUSPICIOUS + "=");
    private static final Pattern ASKING =
            Pattern.compile("(?s)<form(?=[^>]*method=\"get\")[^>]*action=\"([^\"]*)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("name ?= ?\"(" + SUSPICIOUS + ")\"");

    private final RequestMappingHandlerMapping mappings;
    private final Manifests manifests;

    AddressesTests(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, Manifests manifests) {
        this.mappings = mappings;
        this.manifests = manifests;
    }

    @Test
    void whatStandsInAnAddressIsDeclaredToBeNoSecret() throws IOException {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (var path : info.getPatternValues()) {
                variables(path).forEach(found::add);
                if (isAsking(info)) {
                    parameters(handler).forEach(name -> found.add(path + "?" + name));
                }
            }
        });
        try (var pages = pages()) {
            pages.flatMap(AddressesTests::asked).forEach(found::add);
        }

        assertThat(found).hasSizeGreaterThan(20).isEqualTo(declared());
    }

    @Test
    void whatIsOpenedByTryingCodesTakesThemFromNoPath() {
        assertThat(manifests.guessablePaths()).hasSizeGreaterThan(5).contains("/q", "/requests/track", "/calendar.ics");
        assertThat(manifests.guessablePaths().stream().filter(path -> path.contains("*")))
                // what is done with a code is the last part of the one; the other opens only where an operator allows
                // it
                .containsExactlyInAnyOrder("/requests/track/*", "/calendar/*");
    }

    @Test
    void noPageLeadsToAnAddressWithACode() throws IOException {
        try (var pages = pages()) {
            assertThat(pages)
                    .hasSizeGreaterThan(300)
                    .allSatisfy(page -> assertThat(LINK.matcher(page).results().map(MatchResult::group))
                            .isEmpty());
        }
    }

    private static Stream<String> pages() throws IOException {
        return Files.walk(Path.of("src/main/jte")).filter(Files::isRegularFile).map(AddressesTests::text);
    }

    /** What the forms of a page put into a query. */
    private static Stream<String> asked(String page) {
        return ASKING.matcher(page)
                .results()
                .flatMap(form ->
                        FIELD.matcher(form.group()).results().map(field -> form.group(1) + "?" + field.group(1)));
    }

    /** Up to the variable: what follows it does not matter. */
    private static Stream<String> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .filter(variable -> variable.group(1).matches(SUSPICIOUS))
                .map(variable -> path.substring(0, variable.start()) + "{" + variable.group(1) + "}");
    }

    private static boolean isAsking(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Stream<String> parameters(HandlerMethod handler) {
        var names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> nameOf(parameter, names))
                .filter(name -> name.matches(SUSPICIOUS));
    }

    private static String nameOf(MethodParameter parameter, DefaultParameterNameDiscoverer names) {
        parameter.initParameterNameDiscovery(names);
        var given = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        return given.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : given;
    }

    private static Collection<String> declared() throws IOException {
        var document = Files.readString(Path.of("docs/security.md"));
        var begin = document.indexOf(SECTION);
        var end = document.indexOf("\n## ", begin + 1);
        Set<String> rows = document.substring(begin, end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> DECLARED.matcher(cell).results())
                .map(declared -> declared.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return rows;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
