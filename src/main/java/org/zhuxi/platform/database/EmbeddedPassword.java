package org.zhuxi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The password of the embedded server. The library makes one that trusts everybody on the machine; here it asks for a random
 * password, another one from each start of the program to the next. It lies among the data, where only their owner can
 * read it, for commands beside the program.
 */
final class EmbeddedPassword {

    private static final String FILE = "zhuxi.password";

    /** There while a password is being changed, when nobody knows which one holds. */
    private static final String NEXT = "zhuxi.password.next";

    private static final int RANDOM_BYTES = 32;

    private static final String RULES = """
            # written by the program: whoever connects needs the password that lies in zhuxi.password
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    // for one start after the password was lost: whoever may write here owns the data anyway
    private static final String NO_RULES = """
            host all all 127.0.0.1/32 trust
            host all all ::1/128 trust
            """;

    private EmbeddedPassword() {}

    /** Empty when the server has not been given one yet. */
    static Optional<String> in(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** To be called while no server runs: one whose password is not known lets the program in once more. */
    static void forgive(Path directory) throws IOException {
        var isKnown = in(directory).isPresent() && Files.notExists(directory.resolve(NEXT));
        if (!isKnown && asksForIt(directory)) {
            replace(directory.resolve("pg_hba.conf"), NO_RULES);
        }
    }

    /** Gives the running server another password, which it asks for from then on. */
    static void renew(Path directory, DataSource server) throws IOException {
        var next = random();
        replace(directory.resolve(NEXT), next);
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            // a statement that fails would lie in the server's log with the password in it
            statement.execute("set log_min_error_statement = panic");
            statement.execute("set log_statement = none");
            // so many random bits cannot be guessed, however quickly one guess is checked
            statement.execute("set scram_iterations = 16");
            connection.setAutoCommit(false);
            for (var role : EmbeddedRoles.ALL) {
                statement.execute("alter role %s password '%s'".formatted(role, next));
            }
            connection.commit();
            Files.move(
                    directory.resolve(NEXT),
                    directory.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            replace(directory.resolve("pg_hba.conf"), RULES);
            statement.execute("select pg_reload_conf()");
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("The embedded database could not be given a password", e);
        }
    }

    private static boolean asksForIt(Path directory) throws IOException {
        var rules = directory.resolve("pg_hba.conf");
        return Files.exists(rules) && Files.readString(rules).equals(RULES);
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The new file is there whole or not at all, and was never readable by anybody else: so is a file made for a while. */
    private static void replace(Path file, String content) throws IOException {
        var written = Files.createTempFile(file.getParent(), "zhuxi", ".new");
        Files.writeString(written, content);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
