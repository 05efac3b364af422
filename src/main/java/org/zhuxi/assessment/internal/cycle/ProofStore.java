package org.zhuxi.assessment.internal.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AnswerEvidence;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.platform.database.Rows;

/** Files that prove what is said of criteria. */
@Repository
public class ProofStore {

    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CommunityAssessment it, AnswerEvidence file, Instant at) {
        jdbc.sql("""
                        insert into assessment.answer_evidence
                            (community_id, id, assessment_id, criterion, sha256, kind, title, captured_on, shows_date,
                                inside, public, added_by, added_at)
                        values (:community, :id, :assessment, :criterion, :sha256, :kind, :title,
                            cast(:capturedOn as date), :showsDate, cast(:inside as boolean), :public, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", file.id())
                .param("assessment", it.id())
                .param("criterion", file.criterion())
                .param("sha256", file.sha256())
                .param("kind", file.kind().name())
                .param("title", file.title())
                .param("capturedOn", file.capturedOn())
                .param("showsDate", file.showsDate())
                .param("inside", file.inside())
                .param("public", file.isPublic())
                .param("by", file.addedBy())
                .param("at", Rows.at(at))
                .update();
    }

    /** Takes a file away; it stays on disk and is told of no more. */
    public boolean remove(CommunityAssessment it, UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.answer_evidence
                        set removed_by = :by, removed_at = :at
                        where community_id = :community and id = :id and assessment_id = :assessment
                        and removed_at is null and verified_at is null
                        """)
                        .param("community", it.community().value())
                        .param("assessment", it.id())
                        .param("id", id)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    /**
     * Notes that somebody looked at the files of a criterion, or that he takes this back. His own files stay as they are.
     *
     * @param criterion null for all
     * @return how many were changed
     */
    public int verify(CommunityAssessment it, @Nullable String criterion, boolean isVerified, UUID by, Instant at) {
        return jdbc.sql("""
                        update assessment.answer_evidence
                        set verified_by = case when :verified then cast(:by as uuid) end,
                            verified_at = case when :verified then cast(:at as timestamptz) end
                        where community_id = :community and assessment_id = :assessment
                        and (cast(:criterion as text) is null or criterion = :criterion)
                        and added_by <> :by
                        and removed_at is null
                        and (verified_by is not null) <> :verified
                        """)
                .param("community", it.community().value())
                .param("assessment", it.id())
                .param("criterion", criterion)
                .param("verified", isVerified)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public List<AnswerEvidence> list(CommunityAssessment it) {
        return jdbc.sql("""
                        select *
                        from assessment.answer_evidence
                        where community_id = :community and assessment_id = :assessment and removed_at is null
                        order by id
                        """)
                .param("community", it.community().value())
                .param("assessment", it.id())
                .query((row, number) -> new AnswerEvidence(
                        row.getObject("id", UUID.class),
                        row.getString("criterion"),
                        row.getString("sha256"),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        Rows.day(row, "captured_on"),
                        row.getBoolean("shows_date"),
                        row.getObject("inside", Boolean.class),
                        row.getBoolean("public"),
                        row.getObject("added_by", UUID.class),
                        row.getObject("verified_by", UUID.class)))
                .list();
    }
}
