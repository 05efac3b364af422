package org.zhuxi.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhuxi.platform.database.DataFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A back-up that is read: what it says of itself, whether that is true, and its parts. */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String CHECKSUMS = "files.sha256";
    static final String FILES = "data/";

    private static final int SUM_LENGTH = 64;

    private final ZipFile zip;
    private final Contents contents;

    private BackupFile(ZipFile zip, Contents contents) {
        this.zip = zip;
        this.contents = contents;
    }

    /** @throws Damaged when it is not a back-up, or not all of it */
    static BackupFile open(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new Damaged("There is no file " + path);
        }
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                return new BackupFile(zip, manifest(zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new Damaged("The file is not a whole back-up: " + e.getMessage());
        }
    }

    private static Contents manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new Damaged("The file is not a back-up of Zhuxi: it has no manifest");
        }
        try (var source = zip.getInputStream(entry)) {
            var contents = new JsonMapper().readValue(source, Contents.class);
            if (contents.form() != Contents.FORM) {
                throw new Damaged("The back-up has the form " + contents.form() + ", which this version cannot read");
            }
            return contents;
        } catch (JacksonException e) {
            throw new Damaged("The manifest cannot be read");
        }
    }

    Contents contents() {
        return contents;
    }

    InputStream open(Contents.Table table) throws IOException {
        return zip.getInputStream(entry(table.entry()));
    }

    /** Reads every byte and compares; throws {@link Damaged} at the first difference. */
    void verify() throws IOException {
        for (var table : contents.tables()) {
            compare(table.entry(), table.sha256());
        }
        compare(CHECKSUMS, contents.files().sha256());
        var files = 0L;
        try (var list = checksums()) {
            for (var line = list.readLine(); line != null; line = list.readLine()) {
                compare(nameIn(line), line.substring(0, SUM_LENGTH));
                files++;
            }
        }
        if (files != contents.files().count()) {
            throw new Damaged("The back-up lists %d files and should have %d"
                    .formatted(files, contents.files().count()));
        }
    }

    /** Puts the files back under the folder. */
    void extractFiles(Path folder) throws IOException {
        try (var list = checksums()) {
            for (var line = list.readLine(); line != null; line = list.readLine()) {
                var name = nameIn(line);
                var target = folder.resolve(name.substring(FILES.length())).normalize();
                if (!target.startsWith(folder)) {
                    throw new Damaged("The file " + name + " would leave the data folder");
                }
                Files.createDirectories(target.getParent());
                var entry = entry(name);
                try (var source = zip.getInputStream(entry)) {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.setLastModifiedTime(target, entry.getLastModifiedTime());
                DataFolder.hideSecret(folder, target);
            }
        }
    }

    private BufferedReader checksums() throws IOException {
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry(CHECKSUMS)), StandardCharsets.UTF_8));
    }

    private static String nameIn(String line) throws Damaged {
        if (line.length() < SUM_LENGTH + 3) {
            throw new Damaged("The list of files is damaged");
        }
        return line.substring(SUM_LENGTH + 2);
    }

    private void compare(String name, String sha256) throws IOException {
        try (var source = zip.getInputStream(entry(name))) {
            if (!Checksum.of(source).equals(sha256)) {
                throw new Damaged(name + " is not what was backed up");
            }
        } catch (ZipException e) {
            throw new Damaged(name + " is damaged: " + e.getMessage());
        }
    }

    private ZipEntry entry(String name) throws Damaged {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new Damaged(name + " is missing");
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The file cannot be trusted. */
    static final class Damaged extends IOException {
        Damaged(String message) {
            super(message);
        }
    }
}
