package org.zhuxi.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhuxi.platform.key.KeyFile;

/**
 * One key of the {@link KeyRing}.
 *
 * @param number the day (UTC) from which it seals, such as 20261123, or 0 for the one from before keys had days
 */
record SealingKey(int number, Path file) implements Comparable<SealingKey> {

    private static final int UNDATED = 0;
    private static final String UNDATED_NAME = "notice.key";
    private static final Pattern NAME = Pattern.compile("notice-(\\d{8})\\.key");

    static SealingKey in(Path folder, LocalDate day) {
        return in(folder, Integer.parseInt(DateTimeFormatter.BASIC_ISO_DATE.format(day)));
    }

    static SealingKey in(Path folder, int number) {
        return new SealingKey(
                number, folder.resolve(number == UNDATED ? UNDATED_NAME : "notice-%08d.key".formatted(number)));
    }

    /** The key that a file holds, if it is one of the ring. */
    static Optional<SealingKey> find(Path file) {
        var name = String.valueOf(file.getFileName());
        if (name.equals(UNDATED_NAME)) {
            return Optional.of(new SealingKey(UNDATED, file));
        }
        var dated = NAME.matcher(name);
        return dated.matches() ? Optional.of(new SealingKey(Integer.parseInt(dated.group(1)), file)) : Optional.empty();
    }

    boolean isDated() {
        return number != UNDATED;
    }

    LocalDate since() {
        return isDated()
                ? LocalDate.parse(String.valueOf(number), DateTimeFormatter.BASIC_ISO_DATE)
                : new KeyFile(file).since();
    }

    byte[] secret() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be read: " + file, e);
        }
    }

    @Override
    public int compareTo(SealingKey other) {
        return Integer.compare(number, other.number);
    }
}
