package org.zhuxi.transparency;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.transparency.internal.Receipts;
import org.zhuxi.transparency.internal.StateReader;

/** The log for reading: receipts for those who may see a record, and the state for everybody. */
@Service
public class TransparencyLog {

    private final Receipts receipts;
    private final StateReader states;

    TransparencyLog(Receipts receipts, StateReader states) {
        this.receipts = receipts;
        this.states = states;
    }

    /**
     * The receipt of a record. Whoever calls has checked that the record may be shown, for its receipt tells all of it.
     *
     * @param batch the number that the record keeps, or null when it was kept before there was a log
     * @param row its {@link RecordBytes} as it stands now
     * @throws TransparencyRefused when it was never entered, was altered since, or its month is closed
     */
    @Transactional(readOnly = true)
    public Receipt receipt(@Nullable Long batch, UUID record, byte[] row) {
        return receipts.of(batch, record, row);
    }

    /** The log as it was published last; empty for a moment after the very first start. */
    @Transactional(readOnly = true)
    public Optional<LogState> state() {
        return states.read();
    }

    /** Checks a receipt against the keys of this log; without any look at the records. */
    @Transactional(readOnly = true)
    public VerifyReceipt.Finding verify(String receipt) {
        return VerifyReceipt.check(receipt, states.keys());
    }
}
