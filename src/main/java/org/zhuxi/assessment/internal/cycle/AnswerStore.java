package org.zhuxi.assessment.internal.cycle;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.SavedAnswer;
import org.zhuxi.platform.database.Rows;
import tools.jackson.databind.json.JsonMapper;

/** What each side says of each criterion. */
@Repository
public class AnswerStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnswerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Puts answers in the place of those that were there. */
    public void put(CommunityAssessment it, List<SavedAnswer> answers) {
        jdbc.sql("""
                        insert into assessment.answer
                            (community_id, assessment_id, side, criterion, finding, outcome, points, comment, by, at)
                        select :community, :id, item.side, item.criterion, item.finding, item.outcome, item.points,
                            item.comment, item.by, item.at
                        from unnest(cast(:sides as text[]), cast(:criteria as text[]), cast(:findings as jsonb[]),
                            cast(:outcomes as text[]), cast(:points as numeric[]), cast(:comments as text[]),
                            cast(:by as uuid[]), cast(:at as timestamptz[]))
                            as item (side, criterion, finding, outcome, points, comment, by, at)
                        on conflict (community_id, assessment_id, side, criterion) do update
                        set finding = excluded.finding, outcome = excluded.outcome, points = excluded.points,
                            comment = excluded.comment, by = excluded.by, at = excluded.at
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("sides", Rows.texts(answers, answer -> answer.side().name()))
                .param("criteria", Rows.texts(answers, SavedAnswer::criterion))
                .param("findings", Rows.texts(answers, answer -> json.writeValueAsString(answer.finding())))
                .param(
                        "outcomes",
                        Rows.texts(answers, answer -> answer.outcome().name()))
                .param("points", Rows.texts(answers, SavedAnswer::points))
                .param("comments", Rows.texts(answers, SavedAnswer::comment))
                .param("by", Rows.texts(answers, SavedAnswer::by))
                .param("at", Rows.texts(answers, SavedAnswer::at))
                .update();
    }

    public List<SavedAnswer> list(CommunityAssessment it) {
        return jdbc.sql("""
                        select *
                        from assessment.answer
                        where community_id = :community and assessment_id = :id
                        order by criterion, side
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query((row, number) -> new SavedAnswer(
                        AnswerSide.valueOf(row.getString("side")),
                        row.getString("criterion"),
                        json.readValue(row.getString("finding"), Finding.class),
                        CriterionResult.Outcome.valueOf(row.getString("outcome")),
                        row.getBigDecimal("points"),
                        row.getString("comment"),
                        row.getObject("by", UUID.class),
                        Rows.moment(row, "at")))
                .list();
    }

    /** Whether somebody has said anything for the community. */
    public boolean hasAnswered(CommunityAssessment it, UUID account) {
        return jdbc.sql("""
                        select exists (
                            select from assessment.answer
                            where community_id = :community and assessment_id = :id and side = 'SELF' and by = :by)
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("by", account)
                .query(Boolean.class)
                .single();
    }
}
