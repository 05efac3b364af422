package org.zhuxi.platform.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.zhuxi.platform.database.DataFolder;
import org.zhuxi.platform.database.DatabaseAccess;
import org.zhuxi.platform.database.DatabaseSettings;

/**
 * {@code --zhuxi.command=backup|verify|restore}. It reads the settings and nothing else of the program: a back-up before
 * an upgrade must not migrate the database it copies.
 */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private final DatabaseSettings settings;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    BackupCommand(DatabaseSettings settings, Clock clock, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** What the command needs of the program's configuration. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}

    /** Whether these are the arguments of one of the commands here. */
    public static boolean isMeantBy(String[] arguments) {
        return List.of(arguments).stream()
                .anyMatch(one -> List.of("--zhuxi.command=backup", "--zhuxi.command=verify", "--zhuxi.command=restore")
                        .contains(one));
    }

    /** Runs and answers the exit code. */
    public static int main(String[] arguments) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments)) {
            return new BackupCommand(context.getBean(DatabaseSettings.class), Clock.systemUTC(), System.out, System.err)
                    .run(new DefaultApplicationArguments(arguments));
        }
    }

    int run(ApplicationArguments arguments) {
        try {
            switch (option(arguments, "zhuxi.command").orElse("")) {
                case "backup" -> backup(option(arguments, "to"));
                case "verify" -> verify(file(arguments));
                default -> restore(file(arguments), arguments.containsOption("replace"));
            }
            return DONE;
        } catch (IOException | SQLException | DataAccessException | org.flywaydb.core.api.FlywayException e) {
            err.println("zhuxi: " + e.getMessage());
            return REFUSED;
        }
    }

    private void backup(Optional<String> to) throws IOException, SQLException {
        var folder = new DataFolder(settings.data());
        var file = to.map(Path::of).orElseGet(() -> folder.backups().resolve(Backups.nameAt(clock.instant())));
        try (var database = DatabaseAccess.of(settings)) {
            var contents = new BackupWriter(database, folder, clock).write(file);
            out.println("Backed up to " + file.toAbsolutePath().normalize());
            print(contents);
        }
    }

    private void verify(Path file) throws IOException {
        try (var backup = BackupFile.open(file)) {
            backup.verify();
            out.println("Every byte of " + file + " is as it was written");
            print(backup.contents());
        }
    }

    private void restore(Path file, boolean replace) throws IOException, SQLException {
        try (var backup = BackupFile.open(file)) {
            var before = new Restore(settings, clock).run(backup, replace);
            out.println("Restored into " + settings.data().toAbsolutePath().normalize());
            print(backup.contents());
            before.ifPresent(path -> out.println("  the data before                 " + path));
        }
    }

    private void print(Contents contents) {
        BackupWriter.summary(contents).forEach(line -> out.println("  " + line));
    }

    private static Path file(ApplicationArguments arguments) throws IOException {
        return option(arguments, "file").map(Path::of).orElseThrow(() -> new IOException("which file? --file=FILE"));
    }

    private static Optional<String> option(ApplicationArguments arguments, String name) {
        var values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
}
