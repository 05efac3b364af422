package org.zhuxi.place.internal;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The indexes that divisions are sought by. To build them once over all rows costs far less than keeping them in step with
 * each row, so they stand aside while a list comes in that is much longer than what is there.
 */
@Component
class DivisionIndexes {

    /** How many times as many rows must come as are there. */
    private static final int TIMES_LONGER = 3;

    private static final long FEW = 20_000;

    private final JdbcClient jdbc;

    DivisionIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a list of so many units is better written without the indexes. */
    boolean shouldStandAside(long incoming) {
        return incoming > FEW
                && incoming
                        > TIMES_LONGER
                                * jdbc.sql("select count(*) from place.division")
                                        .query(Long.class)
                                        .single();
    }

    /**
     * Does some writing without those indexes that keep no rule, and builds them again as they were. Nobody reads the tree
     * from then on until the transaction ends.
     */
    <T> T without(Supplier<T> writing) {
        jdbc.sql("select place.set_indexes_aside()").query().singleRow();
        var result = writing.get();
        jdbc.sql("select set_config('maintenance_work_mem', '256MB', true)")
                .query()
                .singleRow();
        jdbc.sql("select place.put_indexes_back()").query().singleRow();
        return result;
    }
}
