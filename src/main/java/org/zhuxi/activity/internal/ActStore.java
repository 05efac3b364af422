package org.zhuxi.activity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.activity.Act;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.database.Rows;

/** Keeps acts that count in the table of one module until they are recorded as activities. */
public final class ActStore {

    private final JdbcClient jdbc;
    private final String table;

    public ActStore(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /**
     * An act on its way to its record.
     *
     * @param isTakenOver it happened before acts of its kind were kept, and may be old
     */
    public record Kept(Act act, UUID id, @Nullable UUID supersedes, boolean isTakenOver) {}

    /** An act that counts no more. */
    public record Withdrawn(CommunityId community, UUID id, UUID by, String reason) {}

    /** The last act of a kind for a subject. @param number 0 when there is none */
    public record Latest(int number, boolean stands) {}

    public Latest latest(Act act) {
        return of(act.community(), act.subject(), act.kind(), """
                        select number, withdrawn_at is null as stands
                        from %s
                        where community_id = :community
                        and subject = :subject
                        and kind = :kind
                        and part = :part
                        order by number desc
                        limit 1
                        """)
                .param("part", act.part())
                .query((row, number) -> new Latest(row.getInt("number"), row.getBoolean("stands")))
                .optional()
                .orElse(new Latest(0, false));
    }

    public void insert(Act act, int number, @Nullable UUID supersedes, Instant at) {
        of(act.community(), act.subject(), act.kind(), """
                        insert into %s (community_id, id, subject, kind, part, number, place, done_at, done_by, quantities,
                            origin, supersedes, kept_at)
                        values (:community, :id, :subject, :kind, :part, :number, :place, :done, :by, :quantities,
                            :origin, :supersedes, :at)
                        on conflict do nothing
                        """)
                .param("id", act.id(number))
                .param("part", act.part())
                .param("number", number)
                .param("place", act.place())
                .param("done", Rows.at(act.at()))
                .param("by", act.by())
                .param("quantities", act.quantities())
                .param("origin", act.origin().name())
                .param("supersedes", supersedes)
                .param("at", Rows.at(at))
                .update();
    }

    /** @param part the one meant, or null for all */
    public void withdraw(
            CommunityId community,
            UUID subject,
            String kind,
            @Nullable Integer part,
            UUID by,
            String reason,
            Instant at) {
        of(community, subject, kind, """
                        update %s
                        set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason
                        where community_id = :community
                        and subject = :subject
                        and kind = :kind
                        and (cast(:part as integer) is null or part = :part)
                        and withdrawn_at is null
                        """)
                .param("at", Rows.at(at))
                .param("part", part)
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    private JdbcClient.StatementSpec of(CommunityId community, UUID subject, String kind, String sql) {
        return jdbc.sql(sql.formatted(table))
                .param("community", community.value())
                .param("subject", subject)
                .param("kind", kind);
    }

    /** Those not yet recorded, in the order in which they were kept. */
    public List<Kept> waiting(int limit) {
        return jdbc.sql("""
                        select *
                        from %s
                        where filed_at is null
                        and withdrawn_at is null
                        order by kept_at, number, id
                        limit :limit
                        """.formatted(table))
                .param("limit", limit)
                .query((row, number) -> kept(row))
                .list();
    }

    /** Those withdrawn whose records, if there are any, still count. */
    public List<Withdrawn> toUndo(int limit) {
        return jdbc.sql("""
                        select community_id, id, withdrawn_by, withdrawn_reason
                        from %s
                        where withdrawn_at is not null
                        and undone_at is null
                        order by withdrawn_at, id
                        limit :limit
                        """.formatted(table))
                .param("limit", limit)
                .query((row, number) -> new Withdrawn(
                        new CommunityId(row.getInt("community_id")),
                        row.getObject("id", UUID.class),
                        row.getObject("withdrawn_by", UUID.class),
                        row.getString("withdrawn_reason")))
                .list();
    }

    /** @param refused why it was not recorded; empty when it was */
    public void filed(Kept kept, String refused, Instant at) {
        jdbc.sql("""
                        update %s
                        set filed_at = :at, refused = :refused
                        where community_id = :community
                        and id = :id
                        """.formatted(table))
                .param("at", Rows.at(at))
                .param("refused", refused)
                .param("community", kept.act().community().value())
                .param("id", kept.id())
                .update();
    }

    public void undone(Withdrawn withdrawn, Instant at) {
        jdbc.sql("update %s set undone_at = :at where community_id = :community and id = :id".formatted(table))
                .param("at", Rows.at(at))
                .param("community", withdrawn.community().value())
                .param("id", withdrawn.id())
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Act(
                        new CommunityId(row.getInt("community_id")),
                        row.getObject("subject", UUID.class),
                        row.getString("kind"),
                        row.getInt("part"),
                        row.getString("place"),
                        Rows.moment(row, "done_at"),
                        row.getObject("done_by", UUID.class),
                        row.getString("quantities"),
                        Origin.valueOf(row.getString("origin"))),
                row.getObject("id", UUID.class),
                row.getObject("supersedes", UUID.class),
                row.getBoolean("taken_over"));
    }
}
