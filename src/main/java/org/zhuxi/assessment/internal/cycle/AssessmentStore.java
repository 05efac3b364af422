package org.zhuxi.assessment.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AssessmentFilter;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Assessments of communities. */
@Repository
public class AssessmentStore {

    private final JdbcClient jdbc;

    AssessmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; nothing happens when the community is in the cycle already. */
    public void insert(CommunityAssessment it) {
        jdbc.sql("""
                        insert into assessment.assessment
                            (community_id, id, cycle_id, place, path, state, enrolled_at, changed_at, origin)
                        values (:community, :id, :cycle, :place, :path, :state, :at, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("cycle", it.cycle())
                .param("place", it.place())
                .param("path", it.path().value())
                .param("state", it.state().name())
                .param("at", Rows.at(it.enrolledAt()))
                .param("origin", it.origin().name())
                .update();
    }

    /** Moves it on; false when somebody else moved it meanwhile. */
    public boolean move(CommunityAssessment it, AssessmentState to, Instant at) {
        return jdbc.sql("""
                        update assessment.assessment
                        set state = :to, steps = steps + 1, changed_at = :at,
                            withdrawn_at = case when :to = 'WITHDRAWN' then cast(:at as timestamptz) end
                        where community_id = :community and id = :id and state = :from
                        """)
                        .param("community", it.community().value())
                        .param("id", it.id())
                        .param("from", it.state().name())
                        .param("to", to.name())
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    public void noteEnrolled(CommunityAssessment it, Instant at) {
        note(it, "enrolled_at = :value", Rows.at(at));
    }

    /** From now on nothing counts as changed. */
    public void noteSubmitted(CommunityAssessment it, UUID by, Instant at) {
        note(it, "completed_by = :value, modifications = 0", by);
        note(it, "submitted_at = :value", Rows.at(at));
    }

    /** @param at null when no approval stands any more */
    public void noteApproved(CommunityAssessment it, @Nullable Instant at) {
        note(it, "approved_at = cast(:value as timestamptz)", Rows.at(at));
    }

    /** Until when a notice runs, from today. */
    public void noteNotice(CommunityAssessment it, LocalDate from, LocalDate until) {
        note(it, "notice_from = :value", from);
        note(it, "notice_until = :value", until);
    }

    /** @param recheckOn null when it is never checked again */
    public void noteAttained(CommunityAssessment it, Instant at, @Nullable LocalDate recheckOn) {
        note(it, "attained_at = coalesce(attained_at, :value), rectify_by = null", Rows.at(at));
        note(it, "recheck_on = cast(:value as date)", recheckOn);
    }

    /** Sets what a decision made before this program was used comes to: no score, a notice that is over. */
    public void noteTakenOver(CommunityAssessment it, LocalDate day, Instant at) {
        note(it, "decision = 'PASS', notice_from = :value, notice_until = :value", day);
        noteAttained(it, at, null);
    }

    public void noteRectification(CommunityAssessment it, LocalDate by) {
        note(it, "rectify_by = :value", by);
    }

    public void noteEnded(CommunityAssessment it, Instant at) {
        note(it, "ended_at = :value", Rows.at(at));
    }

    /** What the score sheet says. */
    public void noteScored(CommunityAssessment it, UUID by, ScoreSheet sheet) {
        note(it, "scored_by = :value", by);
        note(it, "score = cast(:value as numeric)", sheet.rescaledScore());
        note(it, "raw_score = :value", sheet.rawScore());
        note(it, "decision = :value", sheet.decision().name());
        note(it, "level = :value", Objects.requireNonNullElse(sheet.level(), ""));
    }

    private void note(CommunityAssessment it, String what, @Nullable Object value) {
        jdbc.sql("update assessment.assessment set %s where community_id = :community and id = :id".formatted(what))
                .param("community", it.community().value())
                .param("id", it.id())
                .param("value", value)
                .update();
    }

    /** Counts the answers of the community anew, and one more change. */
    public void noteChange(CommunityAssessment it, Instant at) {
        jdbc.sql("""
                        update assessment.assessment
                        set answered = (
                                select count(*)
                                from assessment.answer
                                where community_id = :community and assessment_id = :id and side = 'SELF'),
                            modifications = modifications + case when submitted_at is null then 0 else 1 end,
                            changed_at = :at
                        where community_id = :community and id = :id
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("at", Rows.at(at))
                .update();
    }

    /** Keeps everybody else from moving it until the transaction ends. */
    public Optional<CommunityAssessment> lock(UUID id) {
        return jdbc.sql("select * from assessment.assessment where id = :id for update")
                .param("id", id)
                .query((row, number) -> assessment(row))
                .optional();
    }

    public Optional<CommunityAssessment> find(UUID id) {
        return jdbc.sql("select * from assessment.assessment where id = :id")
                .param("id", id)
                .query((row, number) -> assessment(row))
                .optional();
    }

    public Optional<CommunityAssessment> find(CommunityId community, UUID cycle) {
        return jdbc.sql("select * from assessment.assessment where community_id = :community and cycle_id = :cycle")
                .param("community", community.value())
                .param("cycle", cycle)
                .query((row, number) -> assessment(row))
                .optional();
    }

    /** The latest first. */
    public List<CommunityAssessment> list(AssessmentFilter filter, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select assessment.*
                        from assessment.assessment
                        join assessment.cycle_member member using (community_id, cycle_id)
                        where (assessment.path = :path or assessment.path like :below)
                        and (cast(:cycle as uuid) is null or cycle_id = cast(:cycle as uuid))
                        and (cast(:state as text) is null or state = :state)
                        and (not :public or (notice_from is not null and state <> 'WITHDRAWN'))
                        and (:words = '' or position(lower(:words) in lower(name_zh || ' ' || name_en || ' ' || member.place)) > 0)
                        and (cast(:after as uuid) is null or assessment.id < cast(:after as uuid))
                        order by assessment.id desc
                        limit :limit
                        """)
                .param("path", filter.at().value())
                .param("below", filter.at().below())
                .param("cycle", filter.cycle())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("public", filter.publicOnly())
                .param("words", filter.words().strip())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> assessment(row))
                .list();
    }

    /** How many at or below a place stand in one of these states. */
    public long count(PlacePath at, @Nullable UUID cycle, List<AssessmentState> states) {
        return jdbc.sql("""
                        select count(*)
                        from assessment.assessment
                        where (path = :path or path like :below)
                        and (cast(:cycle as uuid) is null or cycle_id = cast(:cycle as uuid))
                        and state = any(:states)
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("cycle", cycle)
                .param("states", Rows.texts(states, AssessmentState::name))
                .query(Long.class)
                .single();
    }

    /** Those at or below a place that wait for assessors, the oldest first. */
    public List<CommunityAssessment> listOnSite(PlacePath at, int limit) {
        return jdbc.sql("""
                        select *
                        from assessment.assessment
                        where (path = :path or path like :below) and state = 'SITE_CHECK'
                        order by id
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("limit", limit)
                .query((row, number) -> assessment(row))
                .list();
    }

    /** Those that attained and are due to be checked again by a day. */
    public List<UUID> listDue(UUID cycle, LocalDate today) {
        return jdbc.sql("""
                        select id
                        from assessment.assessment
                        where cycle_id = :cycle and state = 'ATTAINED' and recheck_on <= :today
                        order by id
                        """)
                .param("cycle", cycle)
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    static CommunityAssessment assessment(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return new CommunityAssessment(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("path")),
                AssessmentState.valueOf(row.getString("state")),
                row.getInt("answered"),
                row.getInt("modifications"),
                Rows.moment(row, "enrolled_at"),
                row.getObject("completed_by", UUID.class),
                Rows.instant(row, "submitted_at"),
                Rows.instant(row, "approved_at"),
                row.getObject("scored_by", UUID.class),
                row.getBigDecimal("score"),
                row.getString("level"),
                decision == null ? null : ScoreSheet.Decision.valueOf(decision),
                Rows.day(row, "notice_from"),
                Rows.day(row, "notice_until"),
                Rows.instant(row, "attained_at"),
                Rows.instant(row, "ended_at"),
                Rows.day(row, "recheck_on"),
                Rows.day(row, "rectify_by"),
                Rows.moment(row, "changed_at"),
                Origin.valueOf(row.getString("origin")));
    }
}
