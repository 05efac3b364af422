package org.zhuxi.platform.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;

/** A secret in a file that only its owner can read. */
public record KeyFile(Path file) {

    /**
     * What the file holds; it is made when it is missing, and another program that makes it at this moment gets the same.
     *
     * @throws UncheckedIOException when it can be neither read nor made
     */
    public byte[] read(Supplier<byte[]> fresh) {
        try {
            if (Files.notExists(file)) {
                make(fresh.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be kept in " + file, e);
        }
    }

    /**
     * Makes the file, whole or not at all; what is sealed or signed with the key afterwards finds it again after a power cut.
     *
     * @return whether it was made now; one that was there stays
     */
    public boolean make(byte[] key) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var draft = Files.createTempFile(
                folder,
                "incoming-", // in no back-up
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, key, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
            force(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(draft);
        }
    }

    /** Whether the key is there. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The day (UTC) on which the file was written. */
    public LocalDate since() {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be looked at: " + file, e);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
