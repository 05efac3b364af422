package org.zhuxi.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.account.SignInRefused;

/** An operator's list of stolen passwords. */
class BreachedPasswordsTests {

    private static final int MANY = 2_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void findsEachPasswordOfTheListAndNoOther(String end) throws Exception {
        var list = new BreachedPasswords(file(lines(MANY), end));

        assertThat(IntStream.range(0, MANY)).allMatch(i -> list.contains("stolen " + i));
        assertThat(IntStream.range(0, MANY)).noneMatch(i -> list.contains("never stolen " + i));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void searchesAShortListAlsoWithoutAnEndOfTheLastLine(int count) throws Exception {
        var file = folder.resolve("list.txt");
        Files.writeString(file, String.join("\n", lines(count)));
        var list = new BreachedPasswords(file.toString());

        assertThat(IntStream.range(0, count)).allMatch(i -> list.contains("stolen " + i));
        assertThat(list.contains("never stolen")).isFalse();
    }

    @Test
    void aStolenPasswordIsRefusedHoweverGoodItLooks() throws Exception {
        var rules = new PasswordRules(new BreachedPasswords(file(List.of(line("four unrelated words here")), "\n")));

        assertThatThrownBy(() -> rules.require("four unrelated words here"))
                .isInstanceOf(SignInRefused.BreachedPassword.class);
        assertThatCode(() -> rules.require("four other words here")).doesNotThrowAnyException();
    }

    @Test
    void withoutAListNothingIsOnIt() {
        assertThat(new BreachedPasswords("").contains("stolen 1")).isFalse();
    }

    @Test
    void aFileThatIsNoSuchListStopsTheStart() throws Exception {
        assertRefuses(folder.resolve("none").toString(), "cannot be read");
        assertRefuses(file(List.of(), ""), "it is empty");
        assertRefuses(file(List.of("password", "123456"), "\n"), "other lines");
        assertRefuses(file(lines(MANY).reversed(), "\n"), "order of the hashes");
    }

    private static void assertRefuses(String file, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreachedPasswords(file))
                .withMessageContaining("zhuxi.security.breached-passwords")
                .withMessageContaining(why);
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line("stolen " + i))
                .sorted()
                .toList();
    }

    private static String line(String password) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash) + ":" + password.length() * 37;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String file(List<String> lines, String end) throws IOException {
        var file = Files.createTempFile(folder, "list", ".txt");
        Files.writeString(file, lines.stream().map(line -> line + end).collect(Collectors.joining()));
        return file.toString();
    }
}
