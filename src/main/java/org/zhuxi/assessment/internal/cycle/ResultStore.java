package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.DecidedResult;
import org.zhuxi.platform.database.Rows;

/** What was decided, a criterion a row. */
@Repository
public class ResultStore {

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the results of a score sheet in the place of those that were there. */
    public void put(CommunityAssessment it, List<CriterionResult> results) {
        jdbc.sql("""
                        insert into assessment.result
                            (community_id, assessment_id, cycle_id, criterion, path, outcome, points, max_points)
                        select :community, :id, :cycle, item.criterion, :path, item.outcome, item.points, item.most
                        from unnest(cast(:criteria as text[]), cast(:outcomes as text[]), cast(:points as numeric[]),
                            cast(:most as numeric[])) as item (criterion, outcome, points, most)
                        on conflict (community_id, assessment_id, criterion) do update
                        set outcome = excluded.outcome, points = excluded.points, max_points = excluded.max_points
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("cycle", it.cycle())
                .param("path", it.path().value())
                .param("criteria", Rows.texts(results, CriterionResult::criterion))
                .param(
                        "outcomes",
                        Rows.texts(results, result -> result.outcome().name()))
                .param("points", Rows.texts(results, CriterionResult::points))
                .param("most", Rows.texts(results, CriterionResult::maxPoints))
                .update();
    }

    public List<DecidedResult> list(CommunityAssessment it) {
        return jdbc.sql("""
                        select criterion, outcome, points, max_points
                        from assessment.result
                        where community_id = :community and assessment_id = :id
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query((row, number) -> new DecidedResult(
                        row.getString("criterion"),
                        CriterionResult.Outcome.valueOf(row.getString("outcome")),
                        row.getBigDecimal("points"),
                        row.getBigDecimal("max_points")))
                .list();
    }
}
