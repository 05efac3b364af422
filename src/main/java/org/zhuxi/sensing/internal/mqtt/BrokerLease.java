package org.zhuxi.sensing.internal.mqtt;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhuxi.platform.log.Failures;

/**
 * Says which of the instances on one database speaks with the outside broker: the one that holds a lock of the database, which is free as
 * soon as its holder is gone. Used by one thread.
 */
final class BrokerLease {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLease.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final String KEY = "(hashtextextended('sensing.broker', 0))";

    private final DataSource database;
    private @Nullable Connection connection;
    private boolean isHeld;

    BrokerLease(DataSource database) {
        this.database = database;
    }

    /** Takes it where it is free. @return whether it is ours; while the database is away that stays as it was */
    boolean hold() {
        try {
            var holding = connection;
            if (holding == null || !holding.isValid(PATIENCE_SECONDS)) {
                hangUp();
                isHeld = take();
            }
        } catch (SQLException away) {
            LOG.debug("The database is away: {}", Failures.brief(away));
        }
        return isHeld;
    }

    private boolean take() throws SQLException {
        var fresh = database.getConnection();
        var isTaken = false;
        try {
            isTaken = isTrue(fresh, "select pg_try_advisory_lock" + KEY);
        } finally {
            if (isTaken) {
                connection = fresh;
            } else {
                fresh.close();
            }
        }
        return isTaken;
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Leaves it to others. */
    void release() {
        isHeld = false;
        var holding = connection;
        if (holding != null) {
            try {
                isTrue(holding, "select pg_advisory_unlock" + KEY);
            } catch (SQLException gone) {
                LOG.debug("The lock went with its connection: {}", Failures.brief(gone));
            }
        }
        hangUp();
    }

    private void hangUp() {
        var holding = connection;
        connection = null;
        if (holding != null) {
            try {
                holding.close();
            } catch (SQLException gone) {
                LOG.debug("The connection was gone: {}", Failures.brief(gone));
            }
        }
    }
}
