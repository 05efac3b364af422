package org.zhuxi.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log as everybody may see it.
 *
 * @param origin its name
 * @param size leaves in the published checkpoint
 * @param root its hash, in base64
 * @param checkpoint the signed note, with all signatures
 * @param keys verifier keys of the log: the one to check receipts with first, then the one of its cosignature
 * @param waiting records that are kept and have no place yet
 * @param trouble why nothing is signed at the moment; empty when all is well
 * @param days the last checkpoint of each day, the latest first
 */
public record LogState(
        String origin,
        long size,
        String root,
        Instant publishedAt,
        String checkpoint,
        List<String> keys,
        long waiting,
        String trouble,
        List<Witness> witnesses,
        List<Day> days) {

    public LogState {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
        days = List.copyOf(days);
    }

    /**
     * @param size of the log when it was co-signed last
     * @param failure why it did not co-sign at the last attempt, or null
     */
    public record Witness(
            String name,
            String key,
            long size,
            @Nullable Instant cosignedAt,
            @Nullable String failure) {}

    public record Day(LocalDate day, long size, String root) {}
}
