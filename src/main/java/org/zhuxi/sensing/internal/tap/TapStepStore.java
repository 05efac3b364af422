package org.zhuxi.sensing.internal.tap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapTurn;

/** Keeps what people say about taps: pauses, the end, and where a counter began anew. */
@Repository
public class TapStepStore {

    private final JdbcClient jdbc;

    TapStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it ran. */
    public boolean pause(Tap tap, Instant at, UUID by) {
        var isRunning = jdbc.sql("""
                        update sensing.tap
                        set paused_at = :at
                        where community_id = :community
                        and id = :id
                        and ended_at is null
                        and paused_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("community", tap.community().value())
                        .param("id", tap.id())
                        .update()
                == 1;
        if (!isRunning) {
            return false;
        }
        jdbc.sql("""
                        insert into sensing.tap_pause (community_id, tap_id, from_at, paused_by)
                        values (:community, :id, :at, :by)
                        """)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .param("at", Rows.at(at))
                .param("by", by)
                .update();
        return true;
    }

    /** Whether it was paused. */
    public boolean resume(Tap tap, Instant at, UUID by) {
        var isPaused = jdbc.sql("""
                        update sensing.tap
                        set paused_at = null
                        where community_id = :community
                        and id = :id
                        and ended_at is null
                        and paused_at is not null
                        """)
                        .param("community", tap.community().value())
                        .param("id", tap.id())
                        .update()
                == 1;
        if (!isPaused) {
            return false;
        }
        jdbc.sql("""
                        update sensing.tap_pause
                        set until_at = :at, resumed_by = :by
                        where community_id = :community
                        and tap_id = :id
                        and until_at is null
                        """)
                .param("at", Rows.at(at))
                .param("by", by)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .update();
        return true;
    }

    /** Whether it was open. */
    public boolean end(Tap tap, Instant at, UUID by) {
        return jdbc.sql("""
                        update sensing.tap
                        set ended_at = :at, ended_by = :by
                        where community_id = :community
                        and id = :id
                        and ended_at is null
                        """)
                        .param("at", Rows.at(at))
                        .param("by", by)
                        .param("community", tap.community().value())
                        .param("id", tap.id())
                        .update()
                == 1;
    }

    /** @param until null while it lasts */
    record Pause(Instant from, @Nullable Instant until) {

        boolean overlaps(Instant begin, Instant end) {
            return !from.isAfter(end) && (until == null || until.isAfter(begin));
        }
    }

    List<Pause> pauses(Tap tap) {
        return jdbc.sql("""
                        select from_at, until_at
                        from sensing.tap_pause
                        where community_id = :community
                        and tap_id = :id
                        """)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .query((row, number) -> new Pause(Rows.moment(row, "from_at"), Rows.instant(row, "until_at")))
                .list();
    }

    public List<TapTurn> turns(Tap tap) {
        return jdbc.sql("""
                        select at, last_value, first_value
                        from sensing.tap_turn
                        where community_id = :community
                        and tap_id = :id
                        order by at
                        """)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .query((row, number) -> new TapTurn(
                        Rows.moment(row, "at"), row.getBigDecimal("last_value"), row.getBigDecimal("first_value")))
                .list();
    }

    /** All that the tap read is read anew. */
    public void turn(Tap tap, TapTurn turn, UUID by, Instant now) {
        jdbc.sql("""
                        insert into sensing.tap_turn (community_id, tap_id, at, last_value, first_value, told_by, told_at)
                        values (:community, :id, :at, :last, :first, :by, :now)
                        on conflict (community_id, tap_id, at) do update
                        set last_value = excluded.last_value, first_value = excluded.first_value, told_by = excluded.told_by,
                            told_at = excluded.told_at
                        """)
                .param("community", tap.community().value())
                .param("id", tap.id())
                .param("at", Rows.at(turn.at()))
                .param("last", turn.last())
                .param("first", turn.first())
                .param("by", by)
                .param("now", Rows.at(now))
                .update();
        jdbc.sql("update sensing.tap set read_number = 0 where community_id = :community and id = :id")
                .param("community", tap.community().value())
                .param("id", tap.id())
                .update();
    }
}
