package org.zhuxi.activity.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.platform.database.DatabaseSettings;

/**
 * Files by the SHA-256 of their content, under {@code files/ab/cd/} in the data folder. A file is whole and on disk, or it
 * is not there.
 */
@Component
class FileVault {

    private final Path root;

    @Autowired
    FileVault(DatabaseSettings settings) {
        this(settings.data().resolve("files"));
    }

    FileVault(Path root) {
        this.root = root;
    }

    /** Keeps the content and answers its name. */
    String keep(byte[] content) throws IOException {
        var name = HexFormat.of().formatHex(sha256(content));
        var folder = folder(name);
        var file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            var incoming = Files.createTempFile(root, "incoming-", null);
            try {
                write(incoming, content);
                Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
                force(folder);
            } finally {
                Files.deleteIfExists(incoming);
            }
        }
        return name;
    }

    /** Where a file lies, whether it is there or not. */
    Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the new name itself survive a power cut; not every system opens a folder for that. */
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(FileVault.class).debug("The folder {} cannot be forced", directory, e);
        }
    }

    private static byte[] sha256(byte[] content) {
        return Sha256.of(content);
    }
}
