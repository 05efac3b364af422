package org.zhuxi.account.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that were stolen somewhere, where the operator has a list of them: a file of lines {@code SHA-1:COUNT} in the order
 * of the hashes, as Have I Been Pwned gives it out. It is searched where it lies, however large it is, and may be
 * replaced by a newer one while the program runs.
 */
@Component
public class BreachedPasswords {

    private static final String SETTING = "zhuxi.security.breached-passwords";
    private static final int HASH = 40;
    private static final int LONGEST_LINE = 64;
    private static final int SAMPLES = 1_000;

    private final String file;

    /** @throws IllegalArgumentException when the file is no such list */
    BreachedPasswords(@Value("${" + SETTING + ":}") String file) {
        this.file = file;
        if (!file.isEmpty()) {
            try (var list = open()) {
                check(list);
            } catch (IOException e) {
                throw new IllegalArgumentException(SETTING + " names a file that cannot be read: " + file, e);
            }
        }
    }

    /** Whether the password is on the list; never without one. */
    boolean contains(String password) {
        if (file.isEmpty()) {
            return false;
        }
        try (var list = open()) {
            return contains(list, sha1(password));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of breached passwords cannot be read", e);
        }
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile(file, "r");
    }

    /** Between {@code from}, where a line begins, and {@code to} is all that may still be it. */
    private boolean contains(RandomAccessFile list, String wanted) throws IOException {
        long from = 0;
        long to = list.length();
        while (from < to) {
            var begin = beginOfLine(list, (from + to) >>> 1);
            var line = lineAt(list, begin);
            var order = hashOf(line).compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = begin + line.length() + 1;
            } else {
                to = begin;
            }
        }
        return false;
    }

    /** Looks at lines all over the file: one that is in another order, such as that of the counts, is noticed. */
    private void check(RandomAccessFile list) throws IOException {
        if (list.length() == 0) {
            throw notAList("it is empty");
        }
        var before = "";
        for (var i = 0L; i < SAMPLES; i++) {
            var hash = hashOf(lineAt(list, beginOfLine(list, (list.length() - 1) * i / (SAMPLES - 1))));
            if (hash.compareTo(before) < 0) {
                throw notAList("it is not in the order of the hashes");
            }
            before = hash;
        }
    }

    private String hashOf(String line) {
        var hash = line.length() < HASH ? "" : line.substring(0, HASH).toUpperCase(Locale.ROOT);
        if (!hash.matches("[0-9A-F]{40}") || line.length() > HASH && ":\r".indexOf(line.charAt(HASH)) < 0) {
            throw notAList("it has other lines");
        }
        return hash;
    }

    private IllegalArgumentException notAList(String why) {
        return new IllegalArgumentException(
                "%s must name a file of lines SHA-1:COUNT in the order of the hashes; %s: %s"
                        .formatted(SETTING, why, file));
    }

    /** Where the line begins in which the position is. */
    private static long beginOfLine(RandomAccessFile list, long position) throws IOException {
        var from = Math.max(0, position - LONGEST_LINE);
        var before = bytes(list, from, (int) (position - from));
        for (var i = before.length - 1; i >= 0; i--) {
            if (before[i] == '\n') {
                return from + i + 1;
            }
        }
        return from;
    }

    /** Without its end. */
    private static String lineAt(RandomAccessFile list, long begin) throws IOException {
        var text = new String(
                bytes(list, begin, (int) Math.min(LONGEST_LINE, list.length() - begin)), StandardCharsets.ISO_8859_1);
        var end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static byte[] bytes(RandomAccessFile list, long begin, int count) throws IOException {
        var bytes = new byte[count];
        list.seek(begin);
        list.readFully(bytes);
        return bytes;
    }

    /** The list's own hash; it protects nothing here. */
    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
