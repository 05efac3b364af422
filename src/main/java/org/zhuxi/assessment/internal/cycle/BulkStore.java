package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.CriterionResult;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.platform.database.Rows;

/** Writes many decided assessments with their results in two statements. */
@Repository
public class BulkStore {

    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id of the assessment */
    public record Decided(UUID id, MemberStore.Member member, ScoreSheet sheet) {

        AssessmentState state() {
            return sheet.decision() == ScoreSheet.Decision.PASS
                    ? AssessmentState.ATTAINED
                    : AssessmentState.NOT_ATTAINED;
        }
    }

    private record Line(Decided of, CriterionResult result) {}

    public void insert(Cycle cycle, List<Decided> decided, UUID by, Instant at, LocalDate today) {
        jdbc.sql("""
                        insert into assessment.assessment
                            (community_id, id, cycle_id, place, path, state, enrolled_at, submitted_at, approved_at, scored_by,
                                score, raw_score, decision, notice_from, notice_until, attained_at, changed_at, origin)
                        select item.community_id, item.id, :cycle, item.place, item.path, item.state, :at, :at, :at, :by,
                            item.score, item.raw, item.decision, :today, :today,
                            case when item.state = 'ATTAINED' then cast(:at as timestamptz) end, :at, :origin
                        from unnest(cast(:communities as integer[]), cast(:ids as uuid[]), cast(:places as text[]),
                            cast(:paths as text[]), cast(:states as text[]), cast(:scores as numeric[]),
                            cast(:raw as numeric[]), cast(:decisions as text[]))
                            as item (community_id, id, place, path, state, score, raw, decision)
                        """)
                .param("cycle", cycle.id())
                .param("at", Rows.at(at))
                .param("by", by)
                .param("today", today)
                .param("origin", cycle.origin().name())
                .param("communities", Rows.texts(decided, one -> one.member().community()))
                .param("ids", Rows.texts(decided, Decided::id))
                .param("places", Rows.texts(decided, one -> one.member().place()))
                .param("paths", Rows.texts(decided, one -> one.member().path().value()))
                .param("states", Rows.texts(decided, Decided::state))
                .param("scores", Rows.texts(decided, one -> one.sheet().rescaledScore()))
                .param("raw", Rows.texts(decided, one -> one.sheet().rawScore()))
                .param(
                        "decisions",
                        Rows.texts(
                                decided,
                                one -> one.state() == AssessmentState.ATTAINED
                                        ? ScoreSheet.Decision.PASS
                                        : ScoreSheet.Decision.FAIL))
                .update();
        var lines = decided.stream()
                .flatMap(one -> one.sheet().results().stream().map(result -> new Line(one, result)))
                .toList();
        jdbc.sql("""
                        insert into assessment.result
                            (community_id, assessment_id, cycle_id, criterion, path, outcome, points, max_points)
                        select item.community_id, item.assessment_id, :cycle, item.criterion, item.path, item.outcome,
                            item.points, item.most
                        from unnest(cast(:communities as integer[]), cast(:assessments as uuid[]),
                            cast(:criteria as text[]), cast(:paths as text[]), cast(:outcomes as text[]),
                            cast(:points as numeric[]), cast(:most as numeric[]))
                            as item (community_id, assessment_id, criterion, path, outcome, points, most)
                        """)
                .param("cycle", cycle.id())
                .param(
                        "communities",
                        Rows.texts(lines, line -> line.of().member().community()))
                .param("assessments", Rows.texts(lines, line -> line.of().id()))
                .param("criteria", Rows.texts(lines, line -> line.result().criterion()))
                .param(
                        "paths",
                        Rows.texts(lines, line -> line.of().member().path().value()))
                .param("outcomes", Rows.texts(lines, line -> line.result().outcome()))
                .param("points", Rows.texts(lines, line -> line.result().points()))
                .param("most", Rows.texts(lines, line -> line.result().maxPoints()))
                .update();
    }
}
