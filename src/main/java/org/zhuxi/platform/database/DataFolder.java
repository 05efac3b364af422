package org.zhuxi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies beside the database in the data folder – photos, documents, keys, demo sign-ins – and the exchange of all of it
 * for a restored one. Whatever is not known to be remade by the program belongs to a back-up.
 */
public final class DataFolder {

    /** The database is copied row by row; the rest is made anew or is no data. */
    private static final Set<String> LEFT_OUT = Set.of("postgres", "server", "backups");

    private static final String DRAFT = "restore.draft";
    private static final String READY = "restore.ready";
    private static final String CLEARING = "clearing";
    private static final String BEFORE = "before-restore-";
    private static final String INCOMING = "incoming-";

    private final Path root;

    public DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where back-ups go when nobody says otherwise. */
    public Path backups() {
        return root.resolve("backups");
    }

    public Path root() {
        return root;
    }

    /** Every file that belongs to a back-up; to be closed by the caller's loop running to its end. */
    public Stream<Path> files() throws IOException {
        return tops().stream()
                .flatMap(top -> {
                    try {
                        return Files.walk(top);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .filter(Files::isRegularFile)
                .filter(file -> !file.getFileName().toString().startsWith(INCOMING))
                .sorted();
    }

    public String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Whether there is anything a restore would put aside. */
    public boolean isEmpty() throws IOException {
        return Files.notExists(root.resolve("postgres")) && tops().isEmpty();
    }

    /** A new, empty folder beside the data in which the restored is built. */
    public Path draft() throws IOException {
        delete(root.resolve(DRAFT));
        return Files.createDirectories(root.resolve(DRAFT));
    }

    /** Says that the draft is whole; from here on {@link #exchange} completes, also after the program was killed in it. */
    public void declareReady() throws IOException {
        delete(root.resolve(DRAFT).resolve("server"));
        Files.createFile(root.resolve(DRAFT).resolve(CLEARING));
        Files.move(root.resolve(DRAFT), root.resolve(READY));
    }

    /**
     * Moves what is there aside and then the restored into its place, entry by entry, so that it works where the folder
     * itself cannot be moved. A mark tells the two halves apart, and each step can be repeated.
     *
     * @param stamp names the folder the old data go to
     * @return where the old data are now; an empty folder when there were none
     */
    public Path exchange(String stamp) throws IOException {
        var ready = root.resolve(READY);
        var before = Files.createDirectories(root.resolve(BEFORE + stamp));
        if (Files.exists(ready.resolve(CLEARING))) {
            for (var old : Stream.concat(tops().stream(), Stream.of(root.resolve("postgres")))
                    .filter(Files::exists)
                    .toList()) {
                Files.move(old, before.resolve(old.getFileName()));
            }
            Files.delete(ready.resolve(CLEARING));
        }
        for (var restored : entries(ready)) {
            Files.move(restored, root.resolve(restored.getFileName()));
        }
        Files.delete(ready);
        return before;
    }

    /** Completes an exchange in which the program was killed; does nothing otherwise. */
    public void completeExchange(String stamp) throws IOException {
        if (Files.exists(root.resolve(READY))) {
            exchange(stamp);
        }
    }

    public void discardDraft() throws IOException {
        delete(root.resolve(DRAFT));
    }

    /** Answers whether it was empty, and so is gone. */
    public static boolean deleteIfEmpty(Path folder) throws IOException {
        if (entries(folder).isEmpty()) {
            Files.delete(folder);
            return true;
        }
        return false;
    }

    /** Keys and sign-ins are for the owner's eyes alone. */
    public static void hideSecret(Path folder, Path file) throws IOException {
        var isEvidence = folder.relativize(file).startsWith("files");
        if (!isEvidence && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private List<Path> tops() throws IOException {
        return entries(root).stream()
                .filter(entry -> {
                    var name = entry.getFileName().toString();
                    return !LEFT_OUT.contains(name) && !name.startsWith(BEFORE) && !name.startsWith("restore.");
                })
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (var one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
