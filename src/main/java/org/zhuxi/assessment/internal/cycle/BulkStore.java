package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.platform.database.BinaryCopy;

/** Writes many decided assessments with their results by COPY. */
@Repository
public class BulkStore {

    private final DataSource database;

    BulkStore(DataSource database) {
        this.database = database;
    }

    /** @param id of the assessment */
    public record Decided(UUID id, MemberStore.Member member, ScoreSheet sheet) {

        AssessmentState state() {
            return sheet.decision() == ScoreSheet.Decision.PASS
                    ? AssessmentState.ATTAINED
                    : AssessmentState.NOT_ATTAINED;
        }
    }

    public void insert(Cycle cycle, List<Decided> decided, UUID by, Instant at, LocalDate today) {
        var assessments = new BinaryCopy(
                "assessment.assessment",
                "community_id",
                "id",
                "cycle_id",
                "place",
                "path",
                "state",
                "enrolled_at",
                "submitted_at",
                "approved_at",
                "scored_by",
                "score",
                "raw_score",
                "decision",
                "notice_from",
                "notice_until",
                "attained_at",
                "changed_at",
                "origin");
        var results = new BinaryCopy(
                "assessment.result",
                "community_id",
                "assessment_id",
                "cycle_id",
                "criterion",
                "path",
                "outcome",
                "points",
                "max_points");
        for (var one : decided) {
            addAssessment(one, cycle, by, at, today, assessments);
            addResults(one, cycle, results);
        }
        assessments.send(database);
        results.send(database);
    }

    private static void addAssessment(
            Decided one, Cycle cycle, UUID by, Instant at, LocalDate today, BinaryCopy assessments) {
        var isAttained = one.state() == AssessmentState.ATTAINED;
        var member = one.member();
        assessments
                .row()
                .integer(member.community())
                .uuid(one.id())
                .uuid(cycle.id())
                .text(member.place())
                .text(member.path().value())
                .text(one.state().name())
                .instant(at)
                .instant(at)
                .instant(at)
                .uuid(by)
                .numeric(one.sheet().rescaledScore())
                .numeric(one.sheet().rawScore())
                .text((isAttained ? ScoreSheet.Decision.PASS : ScoreSheet.Decision.FAIL).name())
                .date(today)
                .date(today)
                .instant(isAttained ? at : null)
                .instant(at)
                .text(cycle.origin().name());
    }

    private static void addResults(Decided one, Cycle cycle, BinaryCopy results) {
        for (var result : one.sheet().results()) {
            results.row()
                    .integer(one.member().community())
                    .uuid(one.id())
                    .uuid(cycle.id())
                    .text(result.criterion())
                    .text(one.member().path().value())
                    .text(result.outcome().name())
                    .numeric(result.points())
                    .numeric(result.maxPoints());
        }
    }
}
