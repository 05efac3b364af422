package org.zhuxi.governance.internal;

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
import org.zhuxi.governance.OpinionTalk;
import org.zhuxi.governance.OpinionTalk.Statement;
import org.zhuxi.governance.OpinionTalk.Vote;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps talks, statements, and who agrees with which. */
@Repository
public class OpinionStore {

    private final PlacedRows<OpinionTalk> rows;

    OpinionStore(JdbcClient jdbc) {
        rows = PlacedRows.of(jdbc, "governance.opinion_talk", "title", (row, number) -> talk(row));
    }

    /** What one person thinks of one statement. */
    public record Cell(UUID accountId, UUID statementId, int vote) {}

    /** How far a talk has come: it changes with each vote and each statement that is hidden. */
    public record Mark(int votes, int hidden, Instant latest) {}

    /** Whether the id was free. */
    public boolean insert(OpinionTalk it, UUID by, Instant at) {
        return rows.find(it.id()).isEmpty()
                && rows.ofNew(it, by, at, """
                        insert into governance.opinion_talk
                            (community_id, id, place_code, place_path, title, words, closes_on, begun_by, begun_at, origin)
                        values (:community, :id, :place, :path, :title, :words, :closes, :by, :at, :origin)
                        on conflict do nothing
                        """)
                                .param("title", it.title())
                                .param("words", it.words())
                                .param("closes", it.closesOn())
                                .update()
                        == 1;
    }

    public Optional<OpinionTalk> find(UUID id) {
        return rows.find(id);
    }

    public void lock(OpinionTalk it) {
        rows.lock(it);
    }

    public Slice<OpinionTalk> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return rows.list(at, words, limit, after);
    }

    /** Whether the id of the statement was free. */
    public boolean say(OpinionTalk it, UUID statement, String words, UUID by, Instant at) {
        return rows.of(it, """
                        insert into governance.opinion_statement (community_id, talk_id, id, words, said_by, said_at)
                        values (:community, :id, :statement, :words, :by, :at)
                        on conflict do nothing
                        """)
                        .param("statement", statement)
                        .param("words", words)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    /** How many statements there are. @param by of whom, or null for all */
    public int said(OpinionTalk it, @Nullable UUID by) {
        return rows.of(it, """
                        select count(*)
                        from governance.opinion_statement
                        where community_id = :community
                        and talk_id = :id
                        and (cast(:by as uuid) is null or said_by = :by)
                        """).param("by", by).query(Integer.class).single();
    }

    public void vote(OpinionTalk it, UUID statement, UUID by, Vote vote, Instant at) {
        rows.of(it, """
                        insert into governance.opinion_vote
                            (community_id, talk_id, account_id, statement_id, vote, voted_at)
                        values (:community, :id, :by, :statement, :vote, :at)
                        on conflict (community_id, talk_id, account_id, statement_id) do update
                        set vote = excluded.vote, voted_at = excluded.voted_at
                        """)
                .param("by", by)
                .param("statement", statement)
                .param("vote", vote.number())
                .param("at", Rows.at(at))
                .update();
    }

    /** Whether there is such a statement. */
    public boolean hide(OpinionTalk it, UUID statement, String reason, UUID by) {
        return rows.of(it, """
                        update governance.opinion_statement
                        set hidden_reason = :reason, hidden_by = :by
                        where community_id = :community
                        and talk_id = :id
                        and id = :statement
                        """)
                        .param("reason", reason)
                        .param("by", by)
                        .param("statement", statement)
                        .update()
                == 1;
    }

    /** All statements, the earliest first. */
    public List<Statement> statements(OpinionTalk it) {
        return rows.of(it, """
                        select id, words, hidden_reason as hidden
                        from governance.opinion_statement
                        where community_id = :community
                        and talk_id = :id
                        order by said_at, id
                        """).query(Statement.class).list();
    }

    /** What somebody has not answered, that which fewest have first. */
    public Optional<Statement> next(OpinionTalk it, UUID account) {
        return rows.of(it, """
                        select s.id, s.words, s.hidden_reason as hidden
                        from governance.opinion_statement s
                        left join governance.opinion_vote v
                            on v.community_id = s.community_id and v.talk_id = s.talk_id and v.statement_id = s.id
                        where s.community_id = :community
                        and s.talk_id = :id
                        and s.hidden_reason is null
                        group by s.id, s.words, s.hidden_reason, s.said_at
                        having count(*) filter (where v.account_id = :account) = 0
                        order by count(v.account_id), s.said_at, s.id
                        limit 1
                        """).param("account", account).query(Statement.class).optional();
    }

    /** Who thinks what, always in the same order. */
    public List<Cell> cells(OpinionTalk it) {
        return rows.of(it, """
                        select account_id, statement_id, vote
                        from governance.opinion_vote
                        where community_id = :community
                        and talk_id = :id
                        order by account_id, statement_id
                        """).query(Cell.class).list();
    }

    public Mark mark(OpinionTalk it) {
        return rows.of(it, """
                        select count(*)::integer as votes,
                            (select count(*) from governance.opinion_statement
                                where community_id = :community and talk_id = :id and hidden_reason is not null)::integer
                                as hidden,
                            max(voted_at) as latest
                        from governance.opinion_vote
                        where community_id = :community
                        and talk_id = :id
                        """)
                .query((row, number) -> new Mark(
                        row.getInt("votes"),
                        row.getInt("hidden"),
                        Objects.requireNonNullElse(Rows.instant(row, "latest"), Instant.EPOCH)))
                .single();
    }

    private static OpinionTalk talk(ResultSet row) throws SQLException {
        return new OpinionTalk(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                row.getString("title"),
                row.getString("words"),
                Objects.requireNonNull(Rows.day(row, "closes_on")),
                Origin.valueOf(row.getString("origin")));
    }
}
