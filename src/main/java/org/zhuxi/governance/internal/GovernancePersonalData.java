package org.zhuxi.governance.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** What somebody raised, supported and said, where he came, and where his households may vote; never how they voted. */
@Component
class GovernancePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    GovernancePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "governance";
    }

    record Line(UUID id, String title, Instant at) {}

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        table(
                subject,
                archive,
                "ideas",
                "select id, title, raised_at as at from governance.idea where raised_by = :who");
        table(subject, archive, "supports", """
                select idea.id, title, supported_at as at
                from governance.idea_support s
                join governance.idea on idea.community_id = s.community_id and idea.id = s.idea_id
                where account_id = :who
                """);
        table(subject, archive, "remarks", """
                select id, words as title, said_at as at
                from governance.idea_remark
                where said_by = :who
                union all
                select id, words, said_at
                from governance.clause_remark
                where said_by = :who
                union all
                select id, words, said_at
                from governance.work_objection
                where said_by = :who
                union all
                select id, words, said_at
                from governance.opinion_statement
                where said_by = :who
                """);
        table(subject, archive, "opinions", """
                select s.id, s.words || ' ' || v.vote as title, voted_at as at
                from governance.opinion_vote v
                join governance.opinion_statement s
                    on s.community_id = v.community_id and s.talk_id = v.talk_id and s.id = v.statement_id
                where account_id = :who
                """);
        table(subject, archive, "meetings", """
                select meeting.id, title, came_at as at
                from governance.attendance a
                join governance.meeting on meeting.community_id = a.community_id and meeting.id = a.meeting_id
                where account_id = :who
                """);
        table(subject, archive, "rights", """
                select decision.id, title, opens_at as at
                from governance.entitlement e
                join governance.decision on decision.community_id = e.community_id and decision.id = e.decision_id
                where household_id = any(cast(:households as uuid[]))
                """);
    }

    private void table(DataSubject subject, PersonalArchive archive, String name, String sql) throws IOException {
        var homes = subject.actor().households().stream().map(it -> it.id()).toArray(UUID[]::new);
        var rows = jdbc.sql(sql)
                .params(java.util.Map.of("who", subject.account(), "households", homes))
                .query(Line.class)
                .list();
        archive.table(name, List.of("id", "title", "at"), sink -> {
            for (var row : rows) {
                sink.row(row.id(), row.title(), row.at());
            }
        });
    }

    @Override
    public List<String> keeps() {
        return List.of("governance.erasure.keeps");
    }
}
