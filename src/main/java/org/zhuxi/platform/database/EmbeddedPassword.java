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
 * The password of the embedded server. The library makes one that trusts everybody on the machine; here it is given a random
 * password that lies among its data, where only the owner of the data can read it, and asks for it from then on.
 */
final class EmbeddedPassword {

    static final String USER = "postgres";

    private static final String FILE = "zhuxi.password";
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

    /** To be called while no server runs: one whose password was lost lets the program in once more. */
    static void forgive(Path directory) throws IOException {
        if (in(directory).isEmpty() && asksForIt(directory)) {
            replace(directory.resolve("pg_hba.conf"), NO_RULES);
        }
    }

    /** Makes the running server ask for its password, which is made when there is none; nothing when it does already. */
    static void require(Path directory, DataSource server) throws IOException {
        if (in(directory).isPresent() && asksForIt(directory)) {
            return;
        }
        if (in(directory).isEmpty()) {
            replace(directory.resolve(FILE), random());
        }
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            // a statement that fails would lie in the server's log with the password in it
            statement.execute("set log_min_error_statement = panic");
            statement.execute("set log_statement = none");
            // so many random bits cannot be guessed, however quickly one guess is checked
            statement.execute("set scram_iterations = 16");
            statement.execute(
                    "alter role %s password '%s'".formatted(USER, in(directory).orElseThrow()));
            replace(directory.resolve("pg_hba.conf"), RULES);
            statement.execute("select pg_reload_conf()");
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
