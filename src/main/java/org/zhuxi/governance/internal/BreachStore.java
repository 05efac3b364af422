package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.BreachNote;
import org.zhuxi.governance.BreachNote.ClauseCount;
import org.zhuxi.governance.BreachNote.State;
import org.zhuxi.governance.BreachNote.Step;
import org.zhuxi.governance.Convention;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps notes of breaches and what was done about them. */
@Repository
public class BreachStore {

    private final PlacedRows<BreachNote> rows;

    BreachStore(JdbcClient jdbc) {
        rows = PlacedRows.of(jdbc, "governance.breach_note", "topic", (row, number) -> note(row));
    }

    /** Whether the id was free. */
    public boolean insert(BreachNote it, UUID by, Instant at) {
        return rows.find(it.id()).isEmpty()
                && rows.ofNew(it, by, at, """
                        insert into governance.breach_note (community_id, id, convention_id, place_code, place_path, clause,
                            topic, seen_on, words, state, noted_by, noted_at, last_at, origin)
                        values (:community, :id, :convention, :place, :path, :clause,
                            :topic, :seen, :words, :state, :by, :at, :at, :origin)
                        on conflict do nothing
                        """)
                                .param("convention", it.convention())
                                .param("clause", it.clause())
                                .param("topic", it.topic())
                                .param("seen", it.seenOn())
                                .param("words", it.words())
                                .param("state", it.state().name())
                                .update()
                        == 1;
    }

    public Optional<BreachNote> find(UUID id) {
        return rows.find(id);
    }

    public void lock(BreachNote it) {
        rows.lock(it);
    }

    /** Adds a step behind the last; the note must be locked. */
    public void follow(BreachNote it, State state, LocalDate on, String words, UUID by, Instant at) {
        rows.of(it, """
                        insert into governance.breach_step
                            (community_id, note_id, number, state, on_day, words, said_by, said_at)
                        select :community, :id, coalesce(max(number), 0) + 1, :state, :on, :words, :by, :at
                        from governance.breach_step
                        where community_id = :community
                        and note_id = :id
                        """)
                .param("state", state.name())
                .param("on", on)
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        rows.of(it, """
                        update governance.breach_note
                        set state = :state, last_at = :at
                        where community_id = :community
                        and id = :id
                        """).param("state", state.name()).param("at", Rows.at(at)).update();
    }

    public void remove(BreachNote it) {
        rows.of(it, "delete from governance.breach_note where community_id = :community and id = :id")
                .update();
    }

    /** Removes notes about which nothing was said since. @return how many */
    public int forget(Instant before) {
        return rows.jdbc()
                .sql("delete from governance.breach_note where last_at < :before")
                .param("before", Rows.at(before))
                .update();
    }

    public List<Step> steps(BreachNote it) {
        return rows.of(it, """
                        select number, state, on_day, words, said_at
                        from governance.breach_step
                        where community_id = :community
                        and note_id = :id
                        order by number
                        """)
                .query((row, number) -> new Step(
                        row.getInt("number"),
                        State.valueOf(row.getString("state")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("words"),
                        Rows.moment(row, "said_at")))
                .list();
    }

    /** Notes of a convention, the latest first. @param state of which; null for all */
    public Slice<BreachNote> list(Convention of, @Nullable State state, int limit, @Nullable UUID after) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("community", of.community().value());
        values.put("convention", of.id());
        values.put("state", state == null ? null : state.name());
        var condition = """
                community_id = :community
                        and convention_id = :convention
                        and (cast(:state as text) is null or state = :state)""";
        return rows.list(condition, values, of.path(), "", limit, after);
    }

    /** How often each clause was noted, the most noted first. */
    public List<ClauseCount> counts(Convention of) {
        return rows.jdbc()
                .sql("""
                        select clause, topic, count(*) as notes, count(*) filter (where state = 'MENDED') as mended
                        from governance.breach_note
                        where community_id = :community
                        and convention_id = :convention
                        group by clause, topic
                        order by notes desc, clause, topic
                        """)
                .param("community", of.community().value())
                .param("convention", of.id())
                .query(ClauseCount.class)
                .list();
    }

    private static BreachNote note(ResultSet row) throws SQLException {
        return new BreachNote(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                row.getObject("convention_id", UUID.class),
                row.getInt("clause"),
                row.getString("topic"),
                row.getObject("seen_on", LocalDate.class),
                row.getString("words"),
                State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")));
    }
}
