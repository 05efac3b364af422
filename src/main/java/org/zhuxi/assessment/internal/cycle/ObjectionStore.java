package org.zhuxi.assessment.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Objection;
import org.zhuxi.platform.database.Rows;

/** Objections. */
@Repository
public class ObjectionStore {

    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CommunityAssessment it, Objection objection) {
        jdbc.sql("""
                        insert into assessment.objection
                            (community_id, id, assessment_id, criterion, reason, evidence, objector_name, objector_contact,
                                state, raised_at)
                        values (:community, :id, :assessment, :criterion, :reason, :evidence, :name, :contact, 'OPEN', :at)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", objection.id())
                .param("assessment", it.id())
                .param("criterion", objection.criterion())
                .param("reason", objection.reason())
                .param("evidence", objection.evidence())
                .param("name", objection.name())
                .param("contact", objection.contact())
                .param("at", Rows.at(objection.raisedAt()))
                .update();
    }

    /** How many were raised against an assessment since a moment. */
    public long countSince(CommunityAssessment it, Instant since) {
        return jdbc.sql("""
                        select count(*)
                        from assessment.objection
                        where community_id = :community and assessment_id = :id and raised_at >= :since
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("since", Rows.at(since))
                .query(Long.class)
                .single();
    }

    public boolean answer(CommunityAssessment it, UUID id, Objection.State state, String answer, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.objection
                        set state = :state, answer = :answer, answered_by = :by, answered_at = :at
                        where community_id = :community and id = :id and state = 'OPEN'
                        """)
                        .param("community", it.community().value())
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", answer)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    /** Forgets who raised what was answered before a moment. @return how many people */
    public int forgetObjectors(Instant before) {
        return jdbc.sql("""
                        update assessment.objection
                        set objector_name = '', objector_contact = ''
                        where answered_at < :before
                        and (objector_name <> '' or objector_contact <> '')
                        """).param("before", Rows.at(before)).update();
    }

    public Optional<Objection> find(UUID id) {
        return jdbc.sql("select * from assessment.objection where id = :id")
                .param("id", id)
                .query((row, number) -> objection(row))
                .optional();
    }

    /** Of one assessment, the first first. */
    public List<Objection> list(CommunityAssessment it) {
        return jdbc.sql("""
                        select *
                        from assessment.objection
                        where community_id = :community and assessment_id = :id
                        order by raised_at, id
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query((row, number) -> objection(row))
                .list();
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getObject("assessment_id", UUID.class),
                row.getString("criterion"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("objector_name"),
                row.getString("objector_contact"),
                Objection.State.valueOf(row.getString("state")),
                Rows.moment(row, "raised_at"),
                row.getString("answer"),
                Rows.instant(row, "answered_at"));
    }
}
