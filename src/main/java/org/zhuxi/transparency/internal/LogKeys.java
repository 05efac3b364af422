package org.zhuxi.transparency.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;

/**
 * The log's secret keys, in files of {@link DatabaseSettings#key} that only their owner can read: {@code log.key} signs checkpoints
 * (Ed25519), {@code log-mldsa44.key} co-signs them. The public halves lie beside them in {@code .vkey} files.
 */
@Component
class LogKeys {

    private static final String SIGNING = "log";
    private static final String COSIGNING = "log-mldsa44";

    private final DatabaseSettings settings;
    private final Path memory;

    LogKeys(DatabaseSettings settings) {
        this.settings = settings;
        this.memory = settings.data().resolve("keys");
    }

    /** The keys that are there. */
    Optional<Keys> find() {
        return Files.exists(secret(COSIGNING)) ? Optional.of(read()) : Optional.empty();
    }

    /** Makes keys for a new log; another program that does the same at this moment gets the same keys. */
    Keys make(String origin) {
        create(SigningKey.generate(origin, VerifierKey.Type.NOTE), SIGNING);
        create(SigningKey.generate(origin, VerifierKey.Type.ML_DSA_COSIGNATURE), COSIGNING);
        return read();
    }

    private Keys read() {
        try {
            return new Keys(
                    SigningKey.parse(Files.readString(secret(SIGNING))),
                    SigningKey.parse(Files.readString(secret(COSIGNING))));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the log cannot be read", e);
        }
    }

    private void create(SigningKey key, String name) {
        var folder = Objects.requireNonNull(secret(name).getParent());
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(
                    folder,
                    name,
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, key.text() + "\n", StandardOpenOption.SYNC);
            try {
                Files.createLink(secret(name), draft);
                Files.writeString(folder.resolve(name + ".vkey"), key.verifier() + "\n");
            } catch (FileAlreadyExistsException e) {
                // made before, or by another program in this moment: that one stands
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the log cannot be kept in " + folder, e);
        }
    }

    /** What was signed last, as the data folder remembers it apart from the database. */
    Optional<Checkpoint> lastSigned() {
        try {
            var file = memory.resolve("last-checkpoint");
            return Files.exists(file)
                    ? Optional.of(Checkpoint.parse(
                            SignedNote.parse(Files.readString(file)).text()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The last checkpoint cannot be read", e);
        }
    }

    void remember(SignedNote checkpoint) {
        try {
            Files.createDirectories(memory);
            var draft = Files.createTempFile(memory, "last", ".draft");
            Files.write(draft, checkpoint.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
            Files.move(draft, memory.resolve("last-checkpoint"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The last checkpoint cannot be kept", e);
        }
    }

    private Path secret(String name) {
        return settings.key(name + ".key");
    }

    /** Both keys bear the name of the log. */
    record Keys(SigningKey signing, SigningKey cosigning) {

        SignedNote sign(Checkpoint checkpoint, Instant now) {
            return new SignedNote(
                    checkpoint.text(),
                    java.util.List.of(signing.sign(checkpoint, now), cosigning.sign(checkpoint, now)));
        }
    }
}
