package org.zhuxi.transparency;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A kind of record that goes into the log; the module that keeps it shows it to the auditor through this. */
public interface LogSource {

    /** The first byte of its rows. */
    int format();

    /** What the records are called in the auditor's report, such as {@code activity}. */
    String name();

    /** The rows as they stand in the database now; records that are gone are missing from the answer. */
    Map<UUID, byte[]> read(CommunityId community, Collection<UUID> ids);

    /** How many records are kept that were never entered. */
    long countOutside();

    /**
     * Enters records that were kept before there was a log, inside the caller's transaction.
     *
     * @param most so many at once
     * @return how many were entered; 0 when none is left
     */
    int enrol(int most);
}
