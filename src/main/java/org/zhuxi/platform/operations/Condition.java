package org.zhuxi.platform.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhuxi.platform.backup.Backups;
import org.zhuxi.platform.job.JobState;
import org.zhuxi.platform.key.KeyLife;

/**
 * How the program fares at this moment.
 *
 * @param version of the program, or {@code dev} when it runs from classes
 * @param java version of the virtual machine
 * @param upSince when this instance started
 * @param health each part and whether it is well
 * @param backupsEvery whether back-ups are made by themselves
 * @param backups in the data folder of this instance, the newest first
 * @param keys what is known of the life of each key
 * @param certificates that the program shows over TLS; none where a proxy does it
 * @param particulars of modules, such as the key of the log
 */
public record Condition(
        String version,
        String java,
        Instant upSince,
        Database database,
        Storage storage,
        List<Part> health,
        List<Queue> queues,
        List<JobState> jobs,
        boolean backupsEvery,
        List<Backups.Kept> backups,
        List<Key> keys,
        List<Certificate> certificates,
        List<Shown> particulars) {

    /**
     * A key in the folder of keys.
     *
     * @param message key of the words that say what it is for
     * @param on the day (UTC) on which what happens next is due
     */
    public record Key(String message, String file, LocalDate since, KeyLife.Next next, LocalDate on, boolean due) {}

    /**
     * By which the program shows over TLS who it is.
     *
     * @param bundle its name among {@code spring.ssl.bundle}
     * @param hosts the names and addresses it is good for
     * @param trusted whether whoever trusts the usual authorities trusts it now
     */
    public record Certificate(String bundle, List<String> hosts, Instant until, boolean trusted) {}

    /** What a module shows of itself. @param message key of its name */
    public record Shown(String message, String value) {}

    /** @param embedded whether it is the one the program starts itself */
    public record Database(String version, boolean embedded, long bytes, int connections) {}

    /** @param freeBytes on the disk of the data folder */
    public record Storage(String folder, long freeBytes, long totalBytes) {}

    public record Part(String name, boolean well) {}

    /** Records or postings that wait for their shared transaction. */
    public record Queue(String name, long waiting, long capacity) {}
}
