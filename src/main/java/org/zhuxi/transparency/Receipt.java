package org.zhuxi.transparency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a record stands in the log.
 *
 * @param record id of the record
 * @param leaf hash of the leaf, in base64; it will never be another
 * @param index place in the log, counted from 0, or null while it waits for its place
 * @param size leaves in the checkpoint of the proof, or null while it waits
 * @param proof the receipt itself, a {@code .tlog-proof} text that can be checked offline; null while it waits
 */
public record Receipt(
        UUID record,
        String leaf,
        @Nullable Long index,
        @Nullable Long size,
        @Nullable String proof) {

    public boolean isProven() {
        return proof != null;
    }
}
