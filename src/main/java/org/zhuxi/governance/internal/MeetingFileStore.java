package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.EvidenceUse;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.Meeting;
import org.zhuxi.governance.MeetingFile;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.Rows;

/** Keeps photos and papers of meetings; they outlive the account that uploaded them, for they are the meeting's. */
@Repository
public class MeetingFileStore implements EvidenceUse {

    private final JdbcClient jdbc;

    MeetingFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(MeetingFile file, UUID by, Instant at) {
        jdbc.sql("""
                        insert into governance.meeting_file
                            (community_id, id, meeting_id, title, sha256, mime, bytes, shown, added_by, added_at)
                        values (:community, :id, :meeting, :title, :sha256, :mime, :bytes, :shown, :by, :at)
                        """)
                .param("community", file.community().value())
                .param("id", file.id())
                .param("meeting", file.meeting())
                .param("title", file.title())
                .param("sha256", file.sha256())
                .param("mime", file.mime())
                .param("bytes", file.bytes())
                .param("shown", file.isShown())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Files of all meetings about an idea, the earliest first. */
    public List<MeetingFile> ofIdea(Idea idea) {
        return jdbc.sql("""
                        select file.*
                        from governance.meeting_file file
                        join governance.meeting on meeting.community_id = file.community_id and meeting.id = file.meeting_id
                        where file.community_id = :community
                        and meeting.idea_id = :idea
                        and file.removed_at is null
                        order by file.id
                        """)
                .param("community", idea.community().value())
                .param("idea", idea.id())
                .query((row, number) -> file(row))
                .list();
    }

    public long count(Meeting meeting) {
        return jdbc.sql("""
                        select count(*)
                        from governance.meeting_file
                        where community_id = :community
                        and meeting_id = :meeting
                        and removed_at is null
                        """)
                .param("community", meeting.community().value())
                .param("meeting", meeting.id())
                .query(Long.class)
                .single();
    }

    public Optional<MeetingFile> find(UUID id) {
        return jdbc.sql("select * from governance.meeting_file where id = :id and removed_at is null")
                .param("id", id)
                .query((row, number) -> file(row))
                .optional();
    }

    /** Whether it was there. */
    public boolean remove(MeetingFile file, UUID by, Instant at) {
        return jdbc.sql("""
                        update governance.meeting_file
                        set removed_by = :by, removed_at = :at
                        where community_id = :community
                        and id = :id
                        and removed_at is null
                        """)
                        .param("community", file.community().value())
                        .param("id", file.id())
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        return new HashSet<>(jdbc.sql("""
                        select distinct sha256
                        from governance.meeting_file
                        where sha256 = any(:sha256)
                        and removed_at is null
                        """)
                .param("sha256", sha256.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static MeetingFile file(ResultSet row) throws SQLException {
        return new MeetingFile(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getString("title"),
                row.getString("sha256"),
                row.getString("mime"),
                row.getLong("bytes"),
                row.getBoolean("shown"));
    }
}
