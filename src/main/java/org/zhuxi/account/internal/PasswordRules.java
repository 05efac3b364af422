package org.zhuxi.account.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.SignInRefused;

/**
 * What a password must be (after NIST SP 800-63B): long enough, any characters, not one that everybody tries first. No
 * demand for capitals and digits, no expiry.
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    /** Fewer different characters than this are a pattern, not a password. */
    private static final int FEWEST_DIFFERENT = 4;

    /** Shorter names are parts of many good passwords. */
    private static final int SHORTEST_NAME = 4;

    private final Set<String> common;
    private final BreachedPasswords breached;

    PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/account/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            common = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PasswordRules::core)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param names of the person, which must not be all of the password
     * @throws AccountRefused.WeakPassword under {@link #SHORTEST} characters
     * @throws SignInRefused.LongPassword over {@link #LONGEST}
     * @throws SignInRefused.GuessablePassword when it is common or follows from a name
     * @throws SignInRefused.BreachedPassword when it is on the operator's list of stolen ones
     */
    public void require(String password, String... names) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new AccountRefused.WeakPassword(SHORTEST);
        }
        if (length > LONGEST) {
            throw new SignInRefused.LongPassword(LONGEST);
        }
        if (isPattern(password) || common.contains(core(password)) || isMostlyAName(password, names)) {
            throw new SignInRefused.GuessablePassword();
        }
        if (breached.contains(password)) {
            throw new SignInRefused.BreachedPassword();
        }
    }

    private static boolean isPattern(String password) {
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        var steps = new java.util.HashSet<Integer>();
        for (var i = 1; i < password.length(); i++) {
            steps.add(password.charAt(i) - password.charAt(i - 1));
        }
        return steps.size() == 1;
    }

    private static boolean isMostlyAName(String password, String... names) {
        var typed = core(password);
        for (var name : names) {
            var part = core(name);
            if (part.length() >= SHORTEST_NAME
                    && typed.contains(part)
                    && typed.length() - part.length() < SHORTEST_NAME) {
                return true;
            }
        }
        return false;
    }

    /** Without capitals and without what people put around a common word. */
    private static String core(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s!@#$%^&*._+=?-]", "");
    }
}
