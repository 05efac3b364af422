package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentMoves;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.AssessmentStep;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.platform.database.Rows;

/** What happened to assessments. */
@Repository
public class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a step under the number the assessment has counted to, and answers that number. */
    public int insert(CommunityAssessment it, AssessmentMoves.Line line, @Nullable UUID by, String reason, Instant at) {
        return jdbc.sql("""
                        insert into assessment.assessment_step
                            (community_id, assessment_id, number, move, from_state, to_state, party, by, reason, at)
                        select community_id, id, steps, :move, :from, :to, :party, cast(:by as uuid), :reason, :at
                        from assessment.assessment
                        where community_id = :community and id = :id
                        returning number
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("move", line.move().name())
                .param("from", line.from().name())
                .param("to", line.to().name())
                .param("party", line.party().name())
                .param("by", by)
                .param("reason", reason)
                .param("at", Rows.at(at))
                .query(Integer.class)
                .single();
    }

    /** In order. */
    public List<AssessmentStep> list(CommunityAssessment it) {
        return jdbc.sql("""
                        select *
                        from assessment.assessment_step
                        where community_id = :community and assessment_id = :id
                        order by number
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query((row, number) -> new AssessmentStep(
                        row.getInt("number"),
                        AssessmentMove.valueOf(row.getString("move")),
                        AssessmentState.valueOf(row.getString("from_state")),
                        AssessmentState.valueOf(row.getString("to_state")),
                        AssessmentMoves.Party.valueOf(row.getString("party")),
                        row.getObject("by", UUID.class),
                        row.getString("reason"),
                        Rows.moment(row, "at")))
                .list();
    }
}
