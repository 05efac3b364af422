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
import org.zhuxi.governance.Decision;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps conventions, their versions and clauses, and what people said to them. */
@Repository
public class ConventionStore {

    private final PlacedRows<Convention> rows;

    ConventionStore(JdbcClient jdbc) {
        rows = PlacedRows.of(jdbc, "governance.convention", "title", (row, number) -> convention(row));
    }

    /** Whether the id was free. */
    public boolean insert(Convention it, UUID by, Instant at) {
        return rows.find(it.id()).isEmpty()
                && rows.ofNew(it, by, at, """
                        insert into governance.convention (community_id, id, place_code, place_path, kind, title,
                            begun_by, begun_at, origin, source)
                        values (:community, :id, :place, :path, :kind, :title, :by, :at, :origin, :source)
                        on conflict do nothing
                        """)
                                .param("kind", it.kind().name())
                                .param("title", it.title())
                                .param("source", it.source())
                                .update()
                        == 1;
    }

    public Optional<Convention> find(UUID id) {
        return rows.find(id);
    }

    public void lock(Convention it) {
        rows.lock(it);
    }

    /** Conventions at or below a place, the latest first. */
    public Slice<Convention> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return rows.list(at, words, limit, after);
    }

    public List<Version> versions(Convention it) {
        return rows.of(it, """
                        select number, state, decision_id, resolution, in_force_on, drafted_at
                        from governance.convention_version
                        where community_id = :community
                        and convention_id = :id
                        order by number desc
                        """)
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
        rows.of(it, """
                        insert into governance.convention_version
                            (community_id, convention_id, number, state, drafted_by, drafted_at)
                        values (:community, :id, :version, 'DRAFT', :by, :at)
                        on conflict (community_id, convention_id, number) do update
                        set drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
                        """)
                .param("version", version)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        rows.of(it, """
                        delete from governance.clause
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        """).param("version", version).update();
        rows.of(it, """
                        insert into governance.clause (community_id, convention_id, version, number, topic, words)
                        select :community, :id, :version, number, topic, words
                        from unnest(cast(:numbers as integer[]), cast(:topics as text[]), cast(:words as text[]))
                            as it (number, topic, words)
                        """)
                .param("version", version)
                .param("numbers", Rows.texts(clauses, Clause::number))
                .param("topics", Rows.texts(clauses, Clause::topic))
                .param("words", Rows.texts(clauses, Clause::words))
                .update();
    }

    public List<Clause> clauses(Convention it, int version) {
        return rows.of(it, """
                        select number, topic, words
                        from governance.clause
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        order by number
                        """).param("version", version).query(Clause.class).list();
    }

    /** The draft comes into force, and what was in force is superseded. */
    public void adopt(Convention it, int version, @Nullable UUID decision, String resolution, LocalDate on) {
        rows.of(it, """
                        update governance.convention_version
                        set state = 'SUPERSEDED'
                        where community_id = :community
                        and convention_id = :id
                        and state = 'IN_FORCE'
                        """).update();
        rows.of(it, """
                        update governance.convention_version
                        set state = 'IN_FORCE', decision_id = :decision, resolution = :resolution, in_force_on = :on
                        where community_id = :community
                        and convention_id = :id
                        and number = :version
                        """)
                .param("decision", decision)
                .param("resolution", resolution)
                .param("on", on)
                .param("version", version)
                .update();
    }

    /** What a vote adopted is in force no more; where nothing came after it, what was in force before it is so again. */
    public Optional<Annulled> annul(Decision vote) {
        var annulled = rows.jdbc()
                .sql("""
                        update governance.convention_version as version
                        set state = 'ANNULLED'
                        from (
                            select convention_id, number, state = 'IN_FORCE' as was_in_force
                            from governance.convention_version
                            where community_id = :community
                            and decision_id = :decision
                            for update) as found
                        where version.community_id = :community
                        and version.convention_id = found.convention_id
                        and version.number = found.number
                        returning version.convention_id as convention, version.number as version, found.was_in_force
                        """)
                .param("community", vote.community().value())
                .param("decision", vote.id())
                .query(Annulled.class)
                .optional();
        annulled.filter(Annulled::wasInForce).ifPresent(it -> restore(vote, it));
        return annulled;
    }

    /** A version whose vote is annulled. */
    public record Annulled(UUID convention, int version, boolean wasInForce) {}

    private void restore(Decision vote, Annulled annulled) {
        rows.jdbc()
                .sql("""
                        update governance.convention_version
                        set state = 'IN_FORCE'
                        where community_id = :community
                        and convention_id = :convention
                        and number = (
                            select max(number)
                            from governance.convention_version
                            where community_id = :community
                            and convention_id = :convention
                            and state = 'SUPERSEDED')
                        """)
                .param("community", vote.community().value())
                .param("convention", annulled.convention())
                .update();
    }

    public void appraise(Convention it, Appraisal appraisal, UUID by, Instant at) {
        rows.of(it, """
                        insert into governance.convention_appraisal
                            (community_id, convention_id, year, words, said_by, said_at)
                        values (:community, :id, :year, :words, :by, :at)
                        on conflict (community_id, convention_id, year) do update
                        set words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .param("year", appraisal.year())
                .param("words", appraisal.words())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Appraisals, the latest year first. */
    public List<Appraisal> appraisals(Convention it) {
        return rows.of(it, """
                        select year, words
                        from governance.convention_appraisal
                        where community_id = :community
                        and convention_id = :id
                        order by year desc
                        """).query(Appraisal.class).list();
    }

    public void remark(Convention it, int version, Clause clause, UUID id, String words, UUID by, Instant at) {
        rows.of(it, """
                        insert into governance.clause_remark
                            (community_id, id, convention_id, version, clause, topic, words, said_by, said_at)
                        values (:community, :remark, :id, :version, :clause, :topic, :words, :by, :at)
                        on conflict do nothing
                        """)
                .param("remark", id)
                .param("version", version)
                .param("clause", clause.number())
                .param("topic", clause.topic())
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public List<ClauseRemark> remarks(Convention it, int version) {
        return rows.of(it, """
                        select clause, topic, words, said_at
                        from governance.clause_remark
                        where community_id = :community
                        and convention_id = :id
                        and version = :version
                        order by clause, id
                        """)
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
