package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.Meeting;
import org.zhuxi.governance.MeetingRevision;
import org.zhuxi.platform.database.Rows;

/** Keeps what minutes said before they were corrected. */
@Repository
public class RevisionStore {

    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the minutes as they stand; the caller has locked the meeting. */
    public void insert(Meeting meeting, String reason, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.meeting_revision (community_id, meeting_id, number, reason, minutes,
                            persons_on_site, persons_online, satisfied, neutral, dissatisfied, revised_by, revised_at)
                        select m.community_id, m.id,
                            1 + (select count(*) from governance.meeting_revision r
                                where r.community_id = m.community_id and r.meeting_id = m.id),
                            :reason, m.minutes, m.persons_on_site, m.persons_online, m.satisfied, m.neutral,
                            m.dissatisfied, :by, :at
                        from governance.meeting m
                        where m.community_id = :community
                        and m.id = :id
                        """)
                .param("reason", reason)
                .param("by", by)
                .param("at", Rows.at(at))
                .param("community", meeting.community().value())
                .param("id", meeting.id())
                .update();
    }

    /** Of all meetings on an idea, the first correction of each first. */
    public List<MeetingRevision> ofIdea(Idea idea) {
        return jdbc.sql("""
                        select r.*
                        from governance.meeting_revision r
                        join governance.meeting m on m.community_id = r.community_id and m.id = r.meeting_id
                        where r.community_id = :community
                        and m.idea_id = :idea
                        order by r.meeting_id, r.number
                        """)
                .param("community", idea.community().value())
                .param("idea", idea.id())
                .query((row, number) -> new MeetingRevision(
                        row.getObject("meeting_id", UUID.class),
                        row.getInt("number"),
                        row.getString("reason"),
                        row.getString("minutes"),
                        row.getInt("persons_on_site"),
                        row.getInt("persons_online"),
                        row.getObject("satisfied", Integer.class),
                        row.getObject("neutral", Integer.class),
                        row.getObject("dissatisfied", Integer.class),
                        Rows.moment(row, "revised_at")))
                .list();
    }
}
