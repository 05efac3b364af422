package org.zhuxi.platform.operations;

import java.time.Instant;
import java.util.List;
import org.zhuxi.platform.backup.Backups;
import org.zhuxi.platform.job.JobState;

/**
 * How the program fares at this moment.
 *
 * @param version of the program, or {@code dev} when it runs from classes
 * @param java version of the virtual machine
 * @param upSince when this instance started
 * @param health each part and whether it is well
 * @param backupsEvery whether back-ups are made by themselves
 * @param backups in the data folder of this instance, the newest first
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
        List<Shown> particulars) {

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
