package org.zhuxi.request.internal.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.help.HelpCall;

/** Keeps calls for help. */
@Repository
public class HelpStore {

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    HelpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the id is known */
    public boolean insert(HelpCall it) {
        return jdbc.sql("""
                        insert into request.help_call (community_id, id, place, place_path, phone, words, account_id, called_at,
                            raised_at, origin)
                        values (:community, :id, :place, :path, :phone, :words, cast(:account as uuid), :at, :at, :origin)
                        on conflict do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("place", it.place())
                        .param("path", it.path().value())
                        .param("phone", it.phone())
                        .param("words", it.words())
                        .param("account", it.account())
                        .param("at", Rows.at(it.calledAt()))
                        .param("origin", it.origin().name())
                        .update()
                == 1;
    }

    public Optional<HelpCall> find(UUID id) {
        return jdbc.sql("select * from request.help_call where id = :id")
                .param("id", id)
                .query(HelpStore::read)
                .optional();
    }

    public List<HelpCall> list(PlacePath at, boolean waiting, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from request.help_call
                        where (place_path = :path or place_path like :below)
                        and id < :after
                        and (not :waiting or ended_at is null)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", Objects.requireNonNullElse(after, LAST))
                .param("waiting", waiting)
                .param("limit", limit)
                .query(HelpStore::read)
                .list();
    }

    /** What nobody has acknowledged, the longest waiting first. */
    public List<HelpCall> unanswered(PlacePath at, int limit) {
        return jdbc.sql("""
                        select *
                        from request.help_call
                        where (place_path = :path or place_path like :below)
                        and acknowledged_at is null
                        order by id
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("limit", limit)
                .query(HelpStore::read)
                .list();
    }

    public boolean acknowledge(HelpCall it, UUID by, Instant at) {
        return jdbc.sql("""
                        update request.help_call
                        set acknowledged_by = :by, acknowledged_at = :at
                        where community_id = :community
                        and id = :id
                        and acknowledged_at is null
                        """)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .update()
                == 1;
    }

    public boolean end(HelpCall it, String outcome, UUID by, Instant at) {
        return jdbc.sql("""
                        update request.help_call
                        set ended_by = :by, ended_at = :at, outcome = :outcome
                        where community_id = :community
                        and id = :id
                        and acknowledged_at is not null
                        and ended_at is null
                        """)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("outcome", outcome)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .update()
                == 1;
    }

    /** Raises what nobody acknowledged since a moment by one level. @return as they are now */
    public List<HelpCall> raise(Instant since, Instant now) {
        return jdbc.sql("""
                        update request.help_call
                        set level = level + 1, raised_at = :now
                        where acknowledged_at is null
                        and raised_at <= :since
                        and level < :highest
                        returning *
                        """)
                .param("now", Rows.at(now))
                .param("since", Rows.at(since))
                .param("highest", HelpCall.HIGHEST)
                .query(HelpStore::read)
                .list();
    }

    /** Forgets telephones and words of calls that ended before a moment. @return how many */
    public int forget(Instant before) {
        return jdbc.sql("""
                        update request.help_call
                        set phone = '', words = '', account_id = null
                        where ended_at < :before
                        and (phone <> '' or words <> '' or account_id is not null)
                        """).param("before", Rows.at(before)).update();
    }

    /** How many nobody has acknowledged, that have reached a level at least. */
    public long countWaiting(PlacePath at, int level) {
        return jdbc.sql("""
                        select count(*)
                        from request.help_call
                        where (place_path = :path or place_path like :below)
                        and acknowledged_at is null
                        and level >= :level
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("level", level)
                .query(Long.class)
                .single();
    }

    private static HelpCall read(ResultSet row, int number) throws SQLException {
        return new HelpCall(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                row.getString("phone"),
                row.getString("words"),
                row.getObject("account_id", UUID.class),
                Rows.moment(row, "called_at"),
                row.getInt("level"),
                row.getObject("acknowledged_by", UUID.class),
                Rows.instant(row, "acknowledged_at"),
                Rows.instant(row, "ended_at"),
                row.getString("outcome"),
                Origin.valueOf(row.getString("origin")));
    }
}
