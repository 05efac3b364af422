package org.zhuxi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhuxi.kernel.Sha256;

/** The files of {@code db/migration/<module>} that this build brings. */
final class MigrationFiles {

    private static final Pattern FILE = Pattern.compile("db/migration/([a-z]+)/[^/]+\\.sql");

    private record File(String path, String module, Resource content) {}

    private final List<File> files;

    private MigrationFiles(List<File> files) {
        this.files = files;
    }

    static MigrationFiles find() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            return new MigrationFiles(Arrays.stream(found)
                    .flatMap(content -> FILE.matcher(content.toString())
                            .results()
                            .map(path -> new File(path.group(), path.group(1), content)))
                    .sorted(Comparator.comparing(File::path))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every module that has a schema, in the order of their names. */
    List<String> modules() {
        return files.stream().map(File::module).distinct().toList();
    }

    /** SHA-256 of all names and contents: another one whenever a file is added, changed or left out. */
    byte[] checksum() {
        try {
            var digest = Sha256.digest();
            for (var file : files) {
                digest.update((file.path() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(file.content().getContentAsByteArray());
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
