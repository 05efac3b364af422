package org.zhuxi.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseAccess;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.job.JobOutcome;

/** Back-ups the running program makes by itself, in {@code backups} of the data folder. */
@EnableConfigurationProperties(BackupSettings.class)
@Component
public class Backups {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String PREFIX = "zhuxi-";
    private static final String SUFFIX = ".zip";

    private final JdbcConnectionDetails database;
    private final DataFolder folder;
    private final BackupSettings settings;
    private final Clock clock;

    Backups(JdbcConnectionDetails database, DatabaseSettings data, BackupSettings settings, Clock clock) {
        this.database = database;
        this.folder = new DataFolder(data.data());
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A back-up that is there.
     *
     * @param writtenAt when the file was finished
     */
    public record Kept(String name, long bytes, Instant writtenAt) {}

    /** The newest first. */
    public List<Kept> list() throws IOException {
        if (!Files.isDirectory(folder.backups())) {
            return List.of();
        }
        try (var files = Files.list(folder.backups())) {
            return files.filter(file -> isOurs(file.getFileName().toString()))
                    .map(Backups::kept)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Kept::name).reversed())
                    .toList();
        }
    }

    /** Makes one, drops what is beyond the number to be kept, and says what it wrote. */
    JobOutcome make() throws IOException, SQLException {
        var file = folder.backups().resolve(nameAt(clock.instant()));
        try (var access = DatabaseAccess.of(database)) {
            var contents = new BackupWriter(access, folder, clock).write(file);
            var forgotten = forgetOld();
            return JobOutcome.of("rows-backed-up", contents.rows())
                    .and("files-backed-up", contents.files().count())
                    .and("old-backups-dropped", forgotten);
        }
    }

    static String nameAt(Instant moment) {
        return PREFIX + STAMP.format(moment.atZone(ZoneId.systemDefault())) + SUFFIX;
    }

    private int forgetOld() throws IOException {
        var old = list().stream().skip(settings.keep()).toList();
        for (var one : old) {
            Files.deleteIfExists(folder.backups().resolve(one.name()));
        }
        return old.size();
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static Optional<Kept> kept(Path file) {
        try {
            return Optional.of(new Kept(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            return Optional.empty(); // dropped in this moment
        }
    }
}
