package org.zhuxi.notice.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals again, with the newest key, what the database holds under older ones. Cut off anywhere, the next run finds the rest. */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final int AT_ONCE = 500;

    /** Links before addresses: an address that is confirmed meanwhile takes over what its link held. */
    private static final List<Column> COLUMNS = List.of(
            new Column("notice.webhook", "id", "uuid", "address"),
            new Column("notice.webhook", "id", "uuid", "secret"),
            new Column("notice.push_subscription", "id", "uuid", "endpoint"),
            new Column("notice.mail_confirmation", "token_hash", "bytea", "address"),
            new Column("notice.mail_address", "id", "uuid", "address"));

    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Sealed sealed;

    Resealing(JdbcClient jdbc, KeyRing ring, Sealed sealed) {
        this.jdbc = jdbc;
        this.ring = ring;
        this.sealed = sealed;
    }

    /** Where something sealed is kept. @param type of the key */
    private record Column(String table, String key, String type, String name) {}

    private record Row(String key, byte[] sealed) {}

    private record Again(String key, byte[] old, byte[] fresh) {}

    /** @param left what somebody changed at this moment, and so may still be under an older key */
    record Done(long resealed, long left) {

        private Done and(Done other) {
            return new Done(resealed + other.resealed, left + other.left);
        }
    }

    Done run() {
        return ring.list().isEmpty()
                ? new Done(0, 0)
                : COLUMNS.stream().map(this::run).reduce(new Done(0, 0), Done::and);
    }

    private Done run(Column column) {
        var done = new Done(0, 0);
        var lost = 0L;
        @Nullable String after = null;
        List<Row> rows;
        do {
            rows = stale(column, after);
            var again = sealAgain(rows);
            var kept = again.isEmpty() ? 0 : keep(column, again);
            done = done.and(new Done(kept, again.size() - kept));
            lost += rows.size() - again.size();
            after = rows.isEmpty() ? null : rows.getLast().key();
        } while (rows.size() == AT_ONCE);
        if (lost > 0) {
            LOG.warn("{} rows of {} are sealed with a key that is lost", lost, column.table());
        }
        return done;
    }

    private List<Row> stale(Column column, @Nullable String after) {
        return jdbc.sql("""
                        select cast(%2$s as text) as key, %4$s as sealed
                        from %1$s
                        where length(%4$s) > 0
                          and substring(%4$s from 1 for :length) <> :newest
                          and (cast(:after as %3$s) is null or %2$s > cast(:after as %3$s))
                        order by %2$s
                        limit :most
                        """.formatted(column.table(), column.key(), column.type(), column.name()))
                .param("length", Sealed.HEADER_BYTES)
                .param("newest", Sealed.header(ring.newest()))
                .param("after", after)
                .param("most", AT_ONCE)
                .query(Row.class)
                .list();
    }

    private List<Again> sealAgain(List<Row> rows) {
        return rows.stream().flatMap(row -> sealAgain(row).stream()).toList();
    }

    /** Nothing when its key is lost: then it is lost too, and must not keep another key. */
    private Optional<Again> sealAgain(Row row) {
        try {
            return Optional.of(new Again(row.key(), row.sealed(), sealed.seal(sealed.open(row.sealed()))));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** What was changed meanwhile stays as it is. */
    private int keep(Column column, List<Again> again) {
        return jdbc.sql("""
                        update %1$s as kept
                        set %4$s = again.fresh
                        from unnest(cast(:keys as %3$s[]), :old, :fresh) as again (key, old, fresh)
                        where kept.%2$s = again.key and kept.%4$s = again.old
                        """.formatted(column.table(), column.key(), column.type(), column.name()))
                .param("keys", again.stream().map(Again::key).toArray(String[]::new))
                .param("old", again.stream().map(Again::old).toArray(byte[][]::new))
                .param("fresh", again.stream().map(Again::fresh).toArray(byte[][]::new))
                .update();
    }
}
