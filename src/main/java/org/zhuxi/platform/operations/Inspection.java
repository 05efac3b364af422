package org.zhuxi.platform.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.backup.BackupSettings;
import org.zhuxi.platform.backup.Backups;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.job.Jobs;
import org.zhuxi.platform.key.KeyLife;
import org.zhuxi.platform.key.Keyholder;

/** Looks at every part of the running program. */
@Component
class Inspection {

    private final JdbcClient database;
    private final DatabaseSettings settings;
    private final CommitQueues queues;
    private final StorageHealth storage;
    private final MigrationsHealth migrations;
    private final Jobs jobs;
    private final Backups backups;
    private final BackupSettings backupSettings;
    private final ObjectProvider<Keyholder> keyholders;
    private final Certificates certificates;
    private final ObjectProvider<Particular> particulars;
    private final Clock clock;

    Inspection(
            JdbcClient database,
            DatabaseSettings settings,
            CommitQueues queues,
            StorageHealth storage,
            MigrationsHealth migrations,
            Jobs jobs,
            Backups backups,
            BackupSettings backupSettings,
            ObjectProvider<Keyholder> keyholders,
            Certificates certificates,
            ObjectProvider<Particular> particulars,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.queues = queues;
        this.storage = storage;
        this.migrations = migrations;
        this.jobs = jobs;
        this.backups = backups;
        this.backupSettings = backupSettings;
        this.keyholders = keyholders;
        this.certificates = certificates;
        this.particulars = particulars;
        this.clock = clock;
    }

    Condition look() {
        try {
            return new Condition(
                    version(),
                    Runtime.version().toString(),
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                    database(),
                    storage.look(),
                    List.of(
                            new Condition.Part("storage", isUp(storage.health().getStatus())),
                            new Condition.Part(
                                    "migrations", isUp(migrations.health().getStatus())),
                            new Condition.Part("queues", isUp(queues.health().getStatus()))),
                    queues.list(),
                    jobs.list(),
                    backupSettings.every() != null,
                    backups.list(),
                    keys(),
                    certificates.list(),
                    particulars
                            .orderedStream()
                            .flatMap(particular ->
                                    particular
                                            .value()
                                            .map(value -> new Condition.Shown(particular.message(), value))
                                            .stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Condition.Key> keys() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return keyholders.stream()
                .flatMap(holder -> holder.keys(today).stream())
                .sorted(Comparator.comparing(KeyLife::file))
                .map(key -> new Condition.Key(
                        key.message(), key.file(), key.since(), key.next(), key.on(), key.isDue(today)))
                .toList();
    }

    private static boolean isUp(Status status) {
        return status.equals(Status.UP);
    }

    /** As the jar tells it. */
    private static String version() {
        var program = Inspection.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(program, "dev");
    }

    private Condition.Database database() {
        return database.sql("""
                        select current_setting('server_version') as version,
                            :embedded as embedded,
                            pg_database_size(current_database()) as bytes,
                            (select count(*) from pg_stat_activity where datname = current_database()) as connections
                        """)
                .param("embedded", settings.db() == null)
                .query(Condition.Database.class)
                .single();
    }
}
