package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Convention.Appraisal;
import org.zhuxi.governance.Convention.Clause;
import org.zhuxi.governance.Convention.ClauseRemark;
import org.zhuxi.governance.Convention.State;
import org.zhuxi.governance.Convention.Version;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Keeps conventions, their versions and clauses, and what people said to them. */
@Repository
public class ConventionStore {

    private final JdbcClient jdbc;

    ConventionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. */
    public boolean insert(Convention it, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into governance.convention (community_id, id, place_code, place_path, kind, title,
                            begun_by, begun_at, origin, source)
                        values (:community, :id, :place, :path, :kind, :title, :by, :at, :origin, :source)
                        on conflict do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("place", it.place())
                        .param("path", it.path().value())
                        .param("kind", it.kind().name())
                        .param("title", it.title())
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("origin", it.origin().name())
                        .param("source", it.source())
                        .update()
                == 1;
    }

    public Optional<Convention> find(UUID id) {
        return jdbc.sql("select * from governance.convention where id = :id")
                .param("id", id)
                .query((row, number) -> convention(row))
                .optional();
    }

    public void lock(Convention it) {
        jdbc.sql("select 1 from governance.convention where community_id = :community and id = :id for update")
                .param("community", it.community().value())
                .param("id", it.id())
                .query(Integer.class)
                .single();
    }

    /** Conventions at or below a place, the latest first. */
    public List<Convention> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select *
                        from governance.convention
                        where (place_path = :path or place_path like :below)
                        and (:words = '' or position(lower(:words) in lower(title)) > 0)
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> convention(row))
                .list();
    }

    public List<Version> versions(Convention it) {
        return jdbc.sql("""
                        select number, state, decision_id, resolution, in_force_on, drafted_at
                        from governance.convention_version
                        where community_id = :community
                        and convention_id = :id
                        order by number desc
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query((row, number) -> new Version(
                        row.getInt("number"),
                        State.valueOf(row.getString("state")),
                        row.getObject("decision_id", UUID.class),
                        row.getString("resolution"),
                        Rows.day(row, "in_force_on"),
                        Rows.moment(row, "drafted_at")))
                .list();
    }

    /** Writes the clauses of a draft, in place of those it had. */
    public void draft(Convention it, int version, List<Clause> clauses, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.convention_version
                            (community_id, convention_id, number, state, drafted_by, drafted_at)
                        values (:community, :id, :version, 'DRAFT', :by, :at)
                        on conflict (community_id, convention_id, number) do update
                        set drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        jdbc.sql("""
                        delete from governance.clause
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .update();
        jdbc.sql("""
                        insert into governance.clause (community_id, convention_id, version, number, topic, words)
                        select :community, :id, :version, number, topic, words
                        from unnest(cast(:numbers as integer[]), cast(:topics as text[]), cast(:words as text[]))
                            as it (number, topic, words)
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .param("numbers", Rows.texts(clauses, Clause::number))
                .param("topics", Rows.texts(clauses, Clause::topic))
                .param("words", Rows.texts(clauses, Clause::words))
                .update();
    }

    public List<Clause> clauses(Convention it, int version) {
        return jdbc.sql("""
                        select number, topic, words
                        from governance.clause
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        order by number
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .query(Clause.class)
                .list();
    }

    /** The draft comes into force, and what was in force is superseded. */
    public void adopt(Convention it, int version, @Nullable UUID decision, String resolution, LocalDate on) {
        jdbc.sql("""
                        update governance.convention_version
                        set state = 'SUPERSEDED'
                        where community_id = :community
                        and convention_id = :id
                        and state = 'IN_FORCE'
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
        jdbc.sql("""
                        update governance.convention_version
                        set state = 'IN_FORCE', decision_id = :decision, resolution = :resolution, in_force_on = :on
                        where community_id = :community
                        and convention_id = :id
                        and number = :version
                        """)
                .param("decision", decision)
                .param("resolution", resolution)
                .param("on", on)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .update();
    }

    /** Whether this vote has adopted some convention already. */
    public boolean isUsed(Convention it, UUID decision) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from governance.convention_version
                            where community_id = :community
                            and decision_id = :decision)
                        """)
                .param("community", it.community().value())
                .param("decision", decision)
                .query(Boolean.class)
                .single();
    }

    public void appraise(Convention it, Appraisal appraisal, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.convention_appraisal
                            (community_id, convention_id, year, words, said_by, said_at)
                        values (:community, :id, :year, :words, :by, :at)
                        on conflict (community_id, convention_id, year) do update
                        set words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("year", appraisal.year())
                .param("words", appraisal.words())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Appraisals, the latest year first. */
    public List<Appraisal> appraisals(Convention it) {
        return jdbc.sql("""
                        select year, words
                        from governance.convention_appraisal
                        where community_id = :community
                        and convention_id = :id
                        order by year desc
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query(Appraisal.class)
                .list();
    }

    public void remark(Convention it, int version, Clause clause, UUID id, String words, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.clause_remark
                            (community_id, id, convention_id, version, clause, topic, words, said_by, said_at)
                        values (:community, :remark, :id, :version, :clause, :topic, :words, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("remark", id)
                .param("id", it.id())
                .param("version", version)
                .param("clause", clause.number())
                .param("topic", clause.topic())
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public List<ClauseRemark> remarks(Convention it, int version) {
        return jdbc.sql("""
                        select clause, topic, words, said_at
                        from governance.clause_remark
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        order by clause, id
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("version", version)
                .query((row, number) -> new ClauseRemark(
                        row.getInt("clause"),
                        row.getString("topic"),
                        row.getString("words"),
                        Rows.moment(row, "said_at")))
                .list();
    }

    private static Convention convention(ResultSet row) throws SQLException {
        return new Convention(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                Convention.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                Origin.valueOf(row.getString("origin")),
                row.getString("source"));
    }
}
