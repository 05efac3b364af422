package org.zhuxi.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away for a moment, or a lost race, from a request that can never succeed. */
public final class Outage {

    // SQLSTATE classes: 08 connection exception, 53 insufficient resources, 57P0x operator intervention, 40 rollback
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "40");
    private static final String SHUTDOWN_PREFIX = "57P0";

    private Outage() {}

    /** Whether the same work may succeed when it is tried again. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof ConcurrencyFailureException
                    // a commit or rollback that got no answer: what became of it shows when the work is tried again
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLException sql && isPassing(sql.getSQLState())
                    || cause instanceof java.sql.SQLTransientException
                    || cause instanceof java.sql.SQLRecoverableException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        // every refusal of the server has a state; what has none never reached it
        return state == null || state.startsWith(SHUTDOWN_PREFIX) || PASSING_CLASSES.contains(state.substring(0, 2));
    }
}
