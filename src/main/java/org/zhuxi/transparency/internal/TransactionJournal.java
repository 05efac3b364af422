package org.zhuxi.transparency.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.transparency.Journal;

/** Collects what a transaction records and writes it as one row just before the commit. */
@Component
class TransactionJournal implements Journal {

    private static final int RANDOM_BITS = 21;

    private static final String INSERT = """
            insert into transparency.batch (batch, month, leaf_count, entries, leaves)
            values (?, ?, ?, ?, ?)""";

    private final JdbcOperations database;
    private final MonthKeys keys;
    private final Clock clock;

    TransactionJournal(JdbcOperations database, MonthKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public long batch() {
        return current().number;
    }

    @Override
    public void enter(CommunityId community, UUID id, Supplier<byte[]> row) {
        current().add(community, id, row.get());
    }

    private Batch current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Batch batch) {
            return batch;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is entered needs the transaction that records it");
        }
        var batch = new Batch();
        TransactionSynchronizationManager.bindResource(this, batch);
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private final class Batch implements TransactionSynchronization {

        private final long number;
        private final int month;
        private final Commitments commitments;
        private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
        private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        private int count;

        /** In time order, and different in all programs that write at the same millisecond. */
        private Batch() {
            var now = clock.instant();
            this.number = now.toEpochMilli() << RANDOM_BITS
                    | ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS);
            this.month = MonthKeys.number(YearMonth.from(now.atZone(ZoneOffset.UTC)));
            this.commitments = new Commitments(keys.get(month));
        }

        private void add(CommunityId community, UUID id, byte[] row) {
            entries.writeBytes(ByteBuffer.allocate(BatchEntry.LENGTH)
                    .put(row[0])
                    .putInt(community.value())
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            leaves.writeBytes(commitments.leaf(id, row));
            count++;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (count > 0) {
                database.update(INSERT, number, month, count, entries.toByteArray(), leaves.toByteArray());
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionJournal.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionJournal.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionJournal.this);
        }
    }
}
