package org.zhuxi.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file that only its owner can read; made when it is first needed. */
record KeyFile(Path file) {

    /** What the file holds; another program that makes it at this moment makes the same one stand for both. */
    byte[] read(Supplier<byte[]> fresh) {
        try {
            if (Files.notExists(file)) {
                make(fresh.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key cannot be kept in " + file, e);
        }
    }

    private void make(byte[] key) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(
                file.getParent(),
                "notice",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, key, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // made by another program in this moment: that one stands
        } finally {
            Files.delete(draft);
        }
    }
}
