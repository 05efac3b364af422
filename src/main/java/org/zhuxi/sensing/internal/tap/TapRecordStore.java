package org.zhuxi.sensing.internal.tap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapRecord;

/** Keeps what taps found and what became of it. */
@Repository
public class TapRecordStore {

    private final JdbcClient jdbc;

    TapRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to which number the tap has read, with the tap locked in the running transaction. */
    long lock(Tap tap) {
        return jdbc.sql("select read_number from sensing.tap where community_id = :community and id = :id for update")
                .param("community", tap.community().value())
                .param("id", tap.id())
                .query(Long.class)
                .single();
    }

    void noteRead(Tap tap, long number) {
        jdbc.sql("update sensing.tap set read_number = :number where community_id = :community and id = :id")
                .param("number", number)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .update();
    }

    /** What holds now for a time, by slot. */
    Map<String, TapRecord> holding(Tap tap, TapReadings.Span span) {
        var holding = new HashMap<String, TapRecord>();
        jdbc.sql("""
                        select *
                        from sensing.tap_record
                        where community_id = :community
                        and tap_id = :tap
                        and occurred_at between :from and :until
                        """)
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .param("from", Rows.at(span.from()))
                .param("until", Rows.at(span.until()))
                .query((row, number) -> record(row))
                .list()
                .forEach(one -> holding.merge(
                        one.slot(), one, (old, other) -> old.revision() > other.revision() ? old : other));
        return holding;
    }

    void insert(Tap tap, Collection<TapRecord> found, Instant now) {
        jdbc.sql("""
                        insert into sensing.tap_record
                            (community_id, tap_id, slot, revision, occurred_at, amount, state, planned_at)
                        select :community, :tap, slot, revision, occurred_at, amount, state, :now
                        from unnest(cast(:slots as text[]), cast(:revisions as integer[]), cast(:times as timestamptz[]),
                            cast(:amounts as numeric[]), cast(:states as text[])) f(slot, revision, occurred_at, amount, state)
                        """)
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .param("now", Rows.at(now))
                .param("slots", Rows.texts(found, TapRecord::slot))
                .param("revisions", Rows.texts(found, TapRecord::revision))
                .param("times", Rows.texts(found, TapRecord::occurredAt))
                .param("amounts", Rows.texts(found, TapRecord::amount))
                .param("states", Rows.texts(found, TapRecord::state))
                .update();
    }

    /** What is still to be recorded, of each slot the oldest. */
    List<TapRecord> due(Tap tap, int limit) {
        return jdbc.sql("""
                        select distinct on (slot) *
                        from sensing.tap_record
                        where community_id = :community
                        and tap_id = :tap
                        and state = 'DUE'
                        order by slot, revision
                        limit :limit
                        """)
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .param("limit", limit)
                .query((row, number) -> record(row))
                .list();
    }

    /** The records that stand for slots now; none where nothing counts. */
    Map<String, TapRecord> standing(Tap tap, Collection<TapRecord> slots) {
        var standing = new HashMap<String, TapRecord>();
        jdbc
                .sql("""
                        select distinct on (slot) *
                        from sensing.tap_record
                        where community_id = :community
                        and tap_id = :tap
                        and slot = any(:slots)
                        and state = 'DONE'
                        order by slot, revision desc
                        """)
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .param("slots", Rows.texts(slots, TapRecord::slot))
                .query((row, number) -> record(row))
                .list()
                .stream()
                .filter(one -> one.amount() != null)
                .forEach(one -> standing.put(one.slot(), one));
        return standing;
    }

    /** @param problem slug of why it was not taken; empty when it was */
    void settle(Tap tap, Map<TapRecord, String> problems) {
        var done = List.copyOf(problems.keySet());
        jdbc.sql("""
                        update sensing.tap_record r
                        set state = case when f.problem = '' then 'DONE' else 'REFUSED' end, problem = f.problem
                        from unnest(cast(:slots as text[]), cast(:revisions as integer[]), cast(:problems as text[]))
                            f(slot, revision, problem)
                        where r.community_id = :community
                        and r.tap_id = :tap
                        and r.slot = f.slot
                        and r.revision = f.revision
                        """)
                .param("slots", Rows.texts(done, TapRecord::slot))
                .param("revisions", Rows.texts(done, TapRecord::revision))
                .param("problems", Rows.texts(done, problems::get))
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .update();
    }

    /** What holds, the latest first. */
    public List<TapRecord> latest(Tap tap, int limit) {
        return jdbc.sql("""
                        select *
                        from sensing.tap_record r
                        where community_id = :community
                        and tap_id = :tap
                        and not exists (
                            select 1
                            from sensing.tap_record later
                            where later.community_id = r.community_id
                            and later.tap_id = r.tap_id
                            and later.slot = r.slot
                            and later.revision > r.revision)
                        order by occurred_at desc, slot desc
                        limit :limit
                        """)
                .param("community", tap.community().value())
                .param("tap", tap.id())
                .param("limit", limit)
                .query((row, number) -> record(row))
                .list();
    }

    private static TapRecord record(ResultSet row) throws SQLException {
        return new TapRecord(
                row.getObject("tap_id", UUID.class),
                row.getString("slot"),
                row.getInt("revision"),
                Rows.moment(row, "occurred_at"),
                row.getBigDecimal("amount"),
                TapRecord.State.valueOf(row.getString("state")),
                row.getString("problem"));
    }
}
