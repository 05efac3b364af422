package org.zhuxi.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a back-up says of itself; the entry {@code manifest.json} of the file.
 *
 * @param form version of the file's form
 * @param moment everything acknowledged before it is in the back-up, by the clock of the database
 * @param finishedAt when the last byte was read
 * @param server the database it was taken from, such as {@code PostgreSQL 18.6}
 * @param modules the last migration of each module
 * @param tables in the order in which they lie in the file
 * @param partitions tables that a running program may have added to a partitioned one, parents first
 * @param files photos, documents, keys; their checksums are the entry {@code files.sha256}
 */
record Contents(
        int form,
        Instant moment,
        Instant finishedAt,
        String server,
        Map<String, String> modules,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences,
        Files files) {

    static final int FORM = 1;

    /**
     * @param name qualified and quoted where SQL needs it
     * @param sha256 of the entry's bytes
     */
    record Table(String name, String entry, List<String> columns, long rows, long bytes, String sha256) {}

    /**
     * @param bound such as {@code FOR VALUES FROM … TO …}
     * @param key how it is divided again, or null when it holds rows itself
     */
    record Partition(
            String name,
            String parent,
            String bound,
            @Nullable String key) {}

    /** @param isCalled whether {@code lastValue} was given out already */
    record Sequence(String name, long lastValue, boolean isCalled) {}

    /** @param sha256 of the list of checksums */
    record Files(long count, long bytes, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
