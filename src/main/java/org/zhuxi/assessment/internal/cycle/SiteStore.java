package org.zhuxi.assessment.internal.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.SiteCheck;
import org.zhuxi.platform.database.Rows;

/** What assessors saw on site. */
@Repository
public class SiteStore {

    private final JdbcClient jdbc;

    SiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hash of the content under which a check is kept; empty when there is none with this id. */
    public Optional<String> hashOf(UUID id) {
        return jdbc.sql("select hash from assessment.site_check where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Keeps a check; false when this assessor has checked in this round already. */
    public boolean insert(CommunityAssessment it, SiteCheck check, String hash) {
        var isNew = jdbc.sql("""
                        insert into assessment.site_check
                            (community_id, id, assessment_id, round, assessor, hash, checked_at, clock_changed, note,
                                evidence, received_at)
                        values (:community, :id, :assessment, :round, :assessor, :hash, :checkedAt, :clockChanged, :note,
                            :evidence, :at)
                        on conflict do nothing
                        """)
                        .param("community", it.community().value())
                        .param("id", check.id())
                        .param("assessment", it.id())
                        .param("round", check.round())
                        .param("assessor", check.assessor())
                        .param("hash", hash)
                        .param("checkedAt", Rows.at(check.checkedAt()))
                        .param("clockChanged", check.clockChanged())
                        .param("note", check.note())
                        .param("evidence", check.evidence().toArray(String[]::new))
                        .param("at", Rows.at(check.receivedAt()))
                        .update()
                == 1;
        if (isNew) {
            insertFindings(it, check);
        }
        return isNew;
    }

    private void insertFindings(CommunityAssessment it, SiteCheck check) {
        var findings = new ArrayList<>(check.findings().entrySet());
        jdbc.sql("""
                        insert into assessment.site_finding (community_id, check_id, criterion, met, defects, note)
                        select :community, :check, item.criterion, item.met, item.defects, item.note
                        from unnest(cast(:criteria as text[]), cast(:met as boolean[]), cast(:defects as integer[]),
                            cast(:notes as text[])) as item (criterion, met, defects, note)
                        """)
                .param("community", it.community().value())
                .param("check", check.id())
                .param("criteria", Rows.texts(findings, Map.Entry::getKey))
                .param("met", Rows.texts(findings, one -> one.getValue().met()))
                .param("defects", Rows.texts(findings, one -> one.getValue().defects()))
                .param("notes", Rows.texts(findings, one -> one.getValue().note()))
                .update();
    }

    /** How often it was sent back to the site. */
    public int round(CommunityAssessment it) {
        return jdbc.sql("""
                        select count(*)
                        from assessment.assessment_step
                        where community_id = :community and assessment_id = :id
                        and move in ('CHECK_AGAIN', 'RETURN', 'UNAPPROVE')
                        and from_state in ('SITE_CHECK', 'SCORED', 'REASSESS', 'NOT_ATTAINED')
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .query(Integer.class)
                .single();
    }

    /** The checks of a round, the first first. */
    public List<SiteCheck> list(CommunityAssessment it, int round) {
        var findings = new HashMap<UUID, Map<String, SiteCheck.Seen>>();
        jdbc.sql("""
                        select finding.*
                        from assessment.site_check
                        join assessment.site_finding finding
                            on finding.community_id = site_check.community_id and finding.check_id = site_check.id
                        where site_check.community_id = :community and assessment_id = :id and round = :round
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("round", round)
                .query(row -> {
                    findings.computeIfAbsent(row.getObject("check_id", UUID.class), any -> new HashMap<>())
                            .put(
                                    row.getString("criterion"),
                                    new SiteCheck.Seen(
                                            row.getBoolean("met"), row.getInt("defects"), row.getString("note")));
                });
        return jdbc.sql("""
                        select *
                        from assessment.site_check
                        where community_id = :community and assessment_id = :id and round = :round
                        order by received_at, id
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("round", round)
                .query((row, number) -> new SiteCheck(
                        row.getObject("id", UUID.class),
                        row.getInt("round"),
                        row.getObject("assessor", UUID.class),
                        Rows.moment(row, "checked_at"),
                        row.getBoolean("clock_changed"),
                        row.getString("note"),
                        Arrays.asList((String[]) row.getArray("evidence").getArray()),
                        findings.getOrDefault(row.getObject("id", UUID.class), Map.of()),
                        Rows.moment(row, "received_at")))
                .list();
    }
}
