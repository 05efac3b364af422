package org.zhuxi.sensing.internal.mqtt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.store.Changes;
import org.zhuxi.sensing.internal.store.EntityReader;

/**
 * Reads what was committed by any program on the database: observations by the numbers of their streams, which become visible in their
 * order, so that none is missed; changes of the catalogue as the database tells them. Used by one thread.
 */
@Component
class Feed {

    private static final int PAUSE_MILLIS = 100;

    private final JdbcTemplate jdbc;
    private final DataSource database;
    private final Map<Long, Long> numbers = new HashMap<>();
    private @Nullable Connection listening;
    private boolean isOnAll;

    Feed(JdbcTemplate jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** An entity of the catalogue, or an observation, that was made or changed. */
    record Changed(EntityType type, long id) {}

    /** New observations of a stream. @param first of their ids @param last of their ids, included */
    record Fresh(long stream, long first, long last) {}

    /** Waits a little for changes; what changes from the first call on is told by a later one. */
    List<Changed> changes() throws SQLException {
        var connection = listening;
        if (connection == null) {
            connection = database.getConnection();
            listening = connection;
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + Changes.CHANNEL);
            }
            return List.of();
        }
        var changes = new ArrayList<Changed>();
        for (var one : connection.unwrap(PGConnection.class).getNotifications(PAUSE_MILLIS)) {
            var blank = one.getParameter().indexOf(' ');
            changes.add(new Changed(
                    EntityType.valueOf(one.getParameter().substring(0, blank)),
                    Long.parseLong(one.getParameter().substring(blank + 1))));
        }
        return changes;
    }

    /** @param streams whose observations are wanted; 0 among them stands for all. A stream's first call only notes where it is */
    List<Fresh> fresh(Set<Long> streams) {
        var fresh = new ArrayList<Fresh>();
        var isAll = streams.contains(0L);
        var isNoted = isOnAll;
        jdbc.query(
                "select stream_id, next_number from sensing.stream_state" + (isAll ? "" : " where stream_id = any(?)"),
                row -> {
                    long stream = row.getLong(1);
                    long next = row.getLong(2);
                    var before = numbers.put(stream, next);
                    long begin = before != null ? before : isNoted ? 1 : next;
                    if (begin < next) {
                        fresh.add(new Fresh(stream, id(stream, begin), id(stream, next - 1)));
                    }
                },
                isAll
                        ? new Object[0]
                        : new Object[] {
                            streams.stream().mapToLong(Long::longValue).toArray()
                        });
        isOnAll = isAll;
        if (!isAll) {
            numbers.keySet().retainAll(streams);
        }
        return fresh;
    }

    private static long id(long stream, long number) {
        return (stream << EntityReader.STREAM_BITS) + number;
    }

    /** Gives the connection back; what changes until the next call is not told. */
    void rest() {
        numbers.clear();
        isOnAll = false;
        hangUp();
    }

    /** Gives the connection back, so that the next call takes another; numbers are kept, so no observation is missed. */
    void hangUp() {
        var connection = listening;
        listening = null;
        if (connection == null) {
            return;
        }
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("unlisten *");
        } catch (SQLException gone) {
            // a connection that is lost listens no more
            return;
        }
    }
}
