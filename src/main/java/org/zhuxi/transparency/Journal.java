package org.zhuxi.transparency;

import java.util.UUID;
import java.util.function.Supplier;
import org.zhuxi.kernel.CommunityId;

/**
 * Where writers of records name what they write, inside the transaction that writes it. What is entered shares the fate of
 * that transaction: it reaches the log if, and only if, the transaction commits.
 */
public interface Journal {

    /** A journal that keeps nothing, for work that is no business of the log. */
    Journal NONE = new Journal() {
        @Override
        public long batch() {
            return 0;
        }

        @Override
        public void enter(CommunityId community, UUID id, Supplier<byte[]> row) {}
    };

    /** The number of the running transaction's batch; each record keeps it, to be found in the log by it. */
    long batch();

    /**
     * Enters a record that has been written.
     *
     * @param id unique over all records of the program
     * @param row its {@link RecordBytes}; the first byte is the format
     */
    void enter(CommunityId community, UUID id, Supplier<byte[]> row);
}
