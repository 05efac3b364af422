package org.zhuxi.transparency.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.key.KeyFile;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;

/**
 * The log's secret keys, in files of {@link DatabaseSettings#key} that only their owner can read: {@code log.key} signs checkpoints
 * (Ed25519), {@code log-mldsa44.key} co-signs them. The public halves lie beside them in {@code .vkey} files.
 */
@Component
class LogKeys implements Keyholder {

    /** When somebody asks whether the keys are still good; other ones would be another log. */
    static final Period REVIEWED = Period.ofYears(3);

    private static final String SIGNING = "log.key";
    private static final String COSIGNING = "log-mldsa44.key";

    private final DatabaseSettings settings;
    private final Path memory;
    private final Map<String, SigningKey> known = new ConcurrentHashMap<>();

    LogKeys(DatabaseSettings settings) {
        this.settings = settings;
        this.memory = settings.data().resolve("keys");
    }

    /** The keys that are there. */
    Optional<Keys> find() {
        return secret(COSIGNING).exists() ? Optional.of(read()) : Optional.empty();
    }

    /** Makes keys for a new log; another program that does the same at this moment gets the same keys. */
    Keys make(String origin) {
        create(SigningKey.generate(origin, VerifierKey.Type.NOTE), SIGNING);
        create(SigningKey.generate(origin, VerifierKey.Type.ML_DSA_COSIGNATURE), COSIGNING);
        return read();
    }

    private Keys read() {
        try {
            return new Keys(read(SIGNING), read(COSIGNING));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the log cannot be read", e);
        }
    }

    /** The file is read each time, for it may have gone; its curve point is worked out only when it says something new. */
    private SigningKey read(String name) throws IOException {
        var text = Files.readString(secret(name).file()).strip();
        var key = known.get(name);
        if (key == null || !key.text().equals(text)) {
            key = SigningKey.parse(text);
            known.put(name, key);
        }
        return key;
    }

    private void create(SigningKey key, String name) {
        var secret = secret(name);
        try {
            if (secret.make((key.text() + "\n").getBytes(StandardCharsets.UTF_8))) {
                var verifier = secret.file().resolveSibling(name.replace(".key", ".vkey"));
                Files.writeString(verifier, key.verifier() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the log cannot be kept in " + settings.keyFolder(), e);
        }
    }

    @Override
    public List<KeyLife> keys(LocalDate today) {
        return Stream.of(SIGNING, COSIGNING)
                .map(this::secret)
                .filter(KeyFile::exists)
                .map(key -> KeyLife.reviewed("transparency.key.log", key, REVIEWED, today))
                .toList();
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

    private KeyFile secret(String name) {
        return new KeyFile(settings.key(name));
    }

    /** Both keys bear the name of the log. */
    record Keys(SigningKey signing, SigningKey cosigning) {

        SignedNote sign(Checkpoint checkpoint, Instant now) {
            return new SignedNote(
                    checkpoint.text(), List.of(signing.sign(checkpoint, now), cosigning.sign(checkpoint, now)));
        }
    }
}
