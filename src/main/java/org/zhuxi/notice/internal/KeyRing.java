package org.zhuxi.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.key.KeyFile;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;

/**
 * The keys that seal secrets, each a file named by the day from which it seals, such as {@code notice-20261123.key}: the newest
 * seals, all open. They are read from the folder each time, so that instances that share it agree.
 */
@Component
class KeyRing implements Keyholder {

    /** How long a key seals. Random nonces would bear 2³² seals, letters at the highest pace need a fortieth of that in it. */
    static final Period SEALS = Period.ofYears(1);

    /** How long a key still opens links in letters after another one took its place. */
    static final Period OPENS_ON = Period.ofYears(2);

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final boolean owned;
    private final Clock clock;

    KeyRing(DatabaseSettings settings, Clock clock) {
        this.folder = settings.keyFolder();
        this.owned = settings.ownsKeys();
        this.clock = clock;
    }

    /** Those that are there, the newest last. */
    List<SealingKey> list() {
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> SealingKey.find(file).stream())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be read in " + folder, e);
        }
    }

    /** The key that seals; made when there is none. */
    SealingKey newest() {
        var keys = list();
        return keys.isEmpty() ? make(today()) : keys.getLast();
    }

    Optional<SealingKey> find(int number) {
        var key = SealingKey.in(folder, number);
        return Files.exists(key.file()) ? Optional.of(key) : Optional.empty();
    }

    /** Whether the program may make and destroy keys: the folder is its own and no vault's. */
    boolean isOwned() {
        return owned && (Files.notExists(folder) || Files.isWritable(folder));
    }

    /** Makes the next key if the newest has sealed long enough; answers whether it had. */
    boolean renewIfDue() {
        var keys = list();
        var due = !keys.isEmpty() && !end(keys.getLast()).isAfter(today());
        if (due) {
            make(dayAfter(keys));
        }
        return due;
    }

    /** Makes the next key, which seals from now on. */
    SealingKey renew() {
        return make(dayAfter(list()));
    }

    /** Nobody knows how long one without a day has been in use. */
    private static LocalDate end(SealingKey newest) {
        return newest.isDated() ? newest.since().plus(SEALS) : newest.since();
    }

    /** Today, or the day after the newest key's when two are made in a day. */
    private LocalDate dayAfter(List<SealingKey> keys) {
        return keys.isEmpty() || !keys.getLast().isDated()
                ? today()
                : Collections.max(List.of(today(), keys.getLast().since().plusDays(1)));
    }

    /** Older keys that are not even needed for letters any more. */
    List<SealingKey> outlived() {
        var keys = list();
        return IntStream.range(0, Math.max(0, keys.size() - 1))
                .filter(at -> !destruction(keys, at).isAfter(today()))
                .mapToObj(keys::get)
                .toList();
    }

    private static LocalDate destruction(List<SealingKey> keys, int at) {
        return keys.get(at + 1).since().plus(OPENS_ON);
    }

    /** What only this key opened is lost from now on. */
    void destroy(SealingKey key) {
        try {
            Files.deleteIfExists(key.file());
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be destroyed: " + key.file(), e);
        }
    }

    @Override
    public List<KeyLife> keys(LocalDate today) {
        var keys = list();
        return IntStream.range(0, keys.size())
                .mapToObj(at -> at < keys.size() - 1
                        ? life(keys.get(at), KeyLife.Next.DESTRUCTION, destruction(keys, at))
                        : life(keys.get(at), KeyLife.Next.RENEWAL, end(keys.get(at))))
                .toList();
    }

    private static KeyLife life(SealingKey key, KeyLife.Next next, LocalDate on) {
        return new KeyLife("notice.key.sealing", String.valueOf(key.file().getFileName()), key.since(), next, on);
    }

    private SealingKey make(LocalDate day) {
        var key = SealingKey.in(folder, day);
        new KeyFile(key.file()).read(() -> {
            var secret = new byte[KEY_BYTES];
            RANDOM.nextBytes(secret);
            return secret;
        });
        return key;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
