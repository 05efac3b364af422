package org.zhuxi.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo-accounts.json} in the data folder: how to sign in to the demo world; readable by its owner only. */
@Component
class DemoAccountsFile {

    private final Path file;
    private final JsonMapper json;

    DemoAccountsFile(DatabaseSettings settings, JsonMapper json) {
        this.file = settings.data().toAbsolutePath().normalize().resolve("demo-accounts.json");
        this.json = json;
    }

    /**
     * @param roles in lower case, words joined by a dash
     * @param card number of the sign-in card, for those who have one
     * @param pin of the card
     */
    record Entry(
            String username,
            String password,
            String token,
            List<String> roles,
            String place,
            @Nullable String card,
            @Nullable String pin) {

        @Override
        public String toString() {
            return "Entry[" + username + "]";
        }
    }

    Path path() {
        return file;
    }

    Optional<List<Entry>> read() {
        return Files.exists(file)
                ? Optional.of(json.readValue(file.toFile(), new TypeReference<List<Entry>>() {}))
                : Optional.empty();
    }

    /** Writes the whole file or nothing. */
    void write(List<Entry> entries) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), "demo-accounts", ".draft", ownerOnly());
        Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] ownerOnly() {
        var isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
