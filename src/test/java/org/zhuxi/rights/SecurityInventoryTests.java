package org.zhuxi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/security.md names what there is: it is held against the source. */
class SecurityInventoryTests {

    private static final Pattern ALGORITHM = Pattern.compile(
            "(?:MessageDigest|Mac|Cipher|Signature|Key\\w+|SecretKeyFactory|KDF|SSLContext)\\.getInstance\\(\"([^\"]+)\"\\)");
    private static final Pattern CLIENT = Pattern.compile(
            "java\\.net\\.http\\.HttpClient|new Socket\\(|SocketChannel\\.open|JavaMailSender|RestClient|RestTemplate"
                    + "|WebClient|URLConnection|DatagramSocket|\\bnew Bootstrap\\(|\\bMqttClient\\.builder\\("
                    + "|extends \\w+TcpSocketAppender");
    private static final Pattern ENTRANCE = Pattern.compile(
            "entrance\\.enter\\(|implements AuthenticationProvider|extends AbstractRememberMeServices|guests\\.enter\\("
                    + "|guests\\.enterFor\\(|class BearerTokens");
    private static final Pattern KEY_FILE = Pattern.compile("\"([a-z0-9-]+\\.(?:key|password))\"");
    private static final Pattern KEY_USE =
            Pattern.compile("new KeyFile\\(|new SecretKeySpec\\(|KeyPairGenerator\\.getInstance|\"zhuxi\\.password\"");
    private static final Pattern PERIOD =
            Pattern.compile("static final Period ([A-Z_]+) = Period\\.ofYears\\((\\d+)\\);");
    private static final Pattern PRINTING = Pattern.compile("System\\.(out|err)");
    private static final Pattern OTHER_LOGS =
            Pattern.compile("java\\.util\\.logging|FileAppender|SocketAppender|SyslogAppender|printStackTrace\\(");
    private static final Pattern NAMED = Pattern.compile("(?m)^\\| `([^`]+)`");

    private static Map<String, String> sources = Map.of();
    private static String document = "";

    @BeforeAll
    static void read() throws IOException {
        document = Files.readString(Path.of("docs/security.md"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityInventoryTests::text,
                            String::concat));
        }
    }

    @Test
    void everyAlgorithmIsInTheInventory() {
        var used = sources.values().stream()
                .flatMap(source -> ALGORITHM.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("Cryptography")).containsExactlyInAnyOrderElementsOf(used);
        // SHA-1 only as the list of stolen passwords is written in it
        assertThat(used.stream().filter(name -> name.matches("(?i).*(md5|sha-?1$|des|rc4|ecb).*")))
                .containsExactly("SHA-1");
        assertThat(classesWith(Pattern.compile("getInstance\\(\"SHA-1\"\\)"))).containsExactly("BreachedPasswords");
    }

    @Test
    void everyKeyAndItsPeriodsAreInTheTables() {
        var tables = section("Keys");
        var files = found(KEY_FILE, String.join("\n", sources.values()));
        var periods = Pattern.compile("`(\\w+)\\.([A-Z_]+)` (\\d+) years?")
                .matcher(tables)
                .results()
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(tables.lines())
                        .as(file)
                        .filteredOn(line -> line.matches("\\|[^|]*`" + Pattern.quote(file) + "`.*"))
                        .isNotEmpty());
        assertThat(found(Pattern.compile("`([A-Z]\\w+)`"), tables)).containsAll(classesWith(KEY_USE));
        assertThat(periods)
                .extracting(found -> found.group(1) + found.group(2) + " " + found.group(3))
                .containsExactlyInAnyOrderElementsOf(sources.entrySet().stream()
                        .flatMap(source -> PERIOD.matcher(source.getValue())
                                .results()
                                .map(found -> source.getKey() + found.group(1) + " " + found.group(2)))
                        .toList());
    }

    @Test
    void everythingThatCallsOutIsNamed() {
        assertThat(named("What the program talks to")).isEqualTo(classesWith(CLIENT));
    }

    @Test
    void everyWayInIsNamed() {
        assertThat(named("Ways to sign in")).isEqualTo(classesWith(ENTRANCE));
    }

    @Test
    void nothingIsLoggedAnywhereElse() throws IOException {
        assertThat(named("Logs").stream().filter(sources::containsKey))
                .containsExactlyInAnyOrderElementsOf(classesWith(PRINTING));
        assertThat(classesWith(OTHER_LOGS)).containsExactly("CollectorAppender");
        assertThat(section("Logs")).contains("`CollectorAppender`");
        try (var files = Files.list(Path.of("src/main/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.matches("log(back|4j).*"));
        }
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .doesNotContain("logging.file");
    }

    @Test
    void everyLimitIsAsItIsWritten() {
        var row = Pattern.compile("(?m)^\\| `(\\w+)\\.([A-Z_]+)` \\| ([^|]+) \\|");
        var rows = row.matcher(section("Limits")).results().toList();

        assertThat(rows)
                .hasSizeGreaterThan(15)
                .allSatisfy(found -> assertThat(sources.getOrDefault(found.group(1), ""))
                        .as(found.group())
                        .contains(" " + found.group(2) + " = " + found.group(3).strip() + ";"));
    }

    @Test
    void whatIsCostlyIsHeldOffByAClassThatIsThere() {
        var guards = Pattern.compile("by `(\\w+)`")
                .matcher(section("What is costly"))
                .results()
                .toList();

        assertThat(guards).hasSizeGreaterThan(5).allMatch(guard -> sources.containsKey(guard.group(1)));
    }

    @Test
    void everyFieldWithARuleOfItsOwnNamesItsTest() throws IOException {
        var tests = new StringBuilder();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith("Tests.java")).forEach(file -> tests.append(text(file)));
        }
        var rows = Pattern.compile("`(\\w+Tests)#(\\w+)`")
                .matcher(section("Fields with rules of their own"))
                .results()
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(4)
                .allMatch(found -> tests.indexOf("void " + found.group(2) + "(") >= 0
                        && tests.indexOf("class " + found.group(1)) >= 0);
    }

    @Test
    void noAccountComesWithTheProgram() throws IOException {
        assertThat(classesWith(Pattern.compile("insert into account\\.account ")))
                .containsExactly("AccountStore");
        try (var files = Files.walk(Path.of("src/main/resources/db"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")).map(SecurityInventoryTests::text))
                    .isNotEmpty()
                    .noneMatch(sql -> sql.contains("insert into account.account "));
        }
    }

    @Test
    void pagesUseWhatBrowsersStillSupportOnly() throws IOException {
        var old =
                Pattern.compile("(?i)<(applet|object|embed|frameset|marquee|blink|keygen)\\b|document\\.all\\b|ActiveX"
                        + "|showModalDialog|webkitURL|document\\.domain");
        try (var pages = Files.walk(Path.of("src/main/jte"));
                var scripts = Files.walk(Path.of("src/main/resources/assets"))) {
            assertThat(Stream.concat(pages, scripts)
                            .filter(file -> file.toString().matches(".*\\.(jte|js|css)")))
                    .hasSizeGreaterThan(300)
                    .noneMatch(file -> old.matcher(text(file)).find());
        }
    }

    @Test
    void noToolOfDevelopersIsShipped() {
        var pom = text(Path.of("pom.xml"));
        var shipped = Pattern.compile("(?s)<dependency>(.*?)</dependency>")
                .matcher(pom.substring(pom.indexOf("</dependencyManagement>") + 1))
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .toList();

        assertThat(shipped)
                .hasSizeGreaterThan(10)
                .noneMatch(
                        dependency -> dependency.matches(
                                "(?s).*(devtools|junit|jqwik|assertj|playwright|mockito|hamcrest|spring-boot-starter-test|h2database).*"));
    }

    private static Set<String> named(String heading) {
        return NAMED.matcher(section(heading))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String heading) {
        var begin = document.indexOf("## " + heading + "\n");
        assertThat(begin).as("section " + heading).isNotNegative();
        var end = document.indexOf("\n## ", begin + 1);
        return document.substring(begin, end < 0 ? document.length() : end);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classesWith(Pattern pattern) {
        return sources.entrySet().stream()
                .filter(source -> pattern.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
