package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.Meeting;
import org.zhuxi.governance.MeetingKind;
import org.zhuxi.governance.Minutes;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Keeps meetings and who signed in. */
@Repository
public class MeetingStore {

    private static final String SELECT = """
            select meeting.*,
                (select count(*) from governance.attendance a
                    where a.community_id = meeting.community_id and a.meeting_id = meeting.id) as signed_in
            from governance.meeting
            """;

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the id was free. */
    public boolean insert(Meeting meeting, UUID by, Instant at) {
        return find(meeting.id()).isEmpty()
                && jdbc.sql("""
                        insert into governance.meeting (community_id, id, place_code, place_path, venue_id, idea_id,
                            kind, title, starts_at, held_on, agenda, check_in, online, state, called_by, called_at,
                            origin)
                        values (:community, :id, :place, :path, :venue, :idea, :kind, :title, :starts, :on, :agenda,
                            :code, :online, :state, :by, :at, :origin)
                        on conflict do nothing
                        """)
                                .param("community", meeting.community().value())
                                .param("id", meeting.id())
                                .param("place", meeting.place())
                                .param("path", meeting.path().value())
                                .param("venue", meeting.venue())
                                .param("idea", meeting.idea())
                                .param("kind", meeting.kind().name())
                                .param("title", meeting.title())
                                .param("starts", Rows.at(meeting.startsAt()))
                                .param("on", meeting.heldOn())
                                .param("agenda", meeting.agenda())
                                .param("code", meeting.checkIn())
                                .param("online", meeting.online())
                                .param("state", meeting.state().name())
                                .param("by", by)
                                .param("at", Rows.at(at))
                                .param("origin", meeting.origin().name())
                                .update()
                        == 1;
    }

    public Optional<Meeting> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, number) -> meeting(row))
                .optional();
    }

    public List<Meeting> ofIdea(Idea idea) {
        return jdbc.sql(SELECT + "where community_id = :community and idea_id = :idea order by starts_at, id")
                .param("community", idea.community().value())
                .param("idea", idea.id())
                .query((row, number) -> meeting(row))
                .list();
    }

    /** Meetings at or below a place, the latest first. */
    public List<Meeting> list(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql(SELECT + """
                        where (place_path = :path or place_path like :below)
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> meeting(row))
                .list();
    }

    /** Writes the minutes; whether it was still planned. */
    public boolean hold(Meeting meeting, Minutes minutes, String words, UUID by, Instant at) {
        return write(meeting, minutes, words, by, at, Meeting.State.PLANNED);
    }

    /** Writes the minutes anew. */
    public void rewrite(Meeting meeting, Minutes minutes, String words, UUID by, Instant at) {
        write(meeting, minutes, words, by, at, Meeting.State.HELD);
    }

    /** Writes the minutes; whether it was in this state. */
    private boolean write(Meeting meeting, Minutes minutes, String words, UUID by, Instant at, Meeting.State from) {
        return jdbc.sql("""
                        update governance.meeting
                        set state = 'HELD', minutes = :words, persons_on_site = :site, persons_online = :online,
                            satisfied = :satisfied, neutral = :neutral, dissatisfied = :dissatisfied,
                            recorded_by = :by, recorded_at = :at
                        where community_id = :community
                        and id = :id
                        and state = :from
                        """)
                        .param("words", words)
                        .param("site", minutes.onSite())
                        .param("online", minutes.online())
                        .param("satisfied", minutes.satisfied())
                        .param("neutral", minutes.neutral())
                        .param("dissatisfied", minutes.dissatisfied())
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("community", meeting.community().value())
                        .param("id", meeting.id())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Locks the row until the transaction ends. */
    public void lock(Meeting meeting) {
        jdbc.sql("select 1 from governance.meeting where community_id = :community and id = :id for update")
                .param("community", meeting.community().value())
                .param("id", meeting.id())
                .query(Integer.class)
                .single();
    }

    public void strike(Meeting meeting) {
        end(meeting, Meeting.State.HELD, Meeting.State.STRUCK);
    }

    public boolean cancel(Meeting meeting) {
        return end(meeting, Meeting.State.PLANNED, Meeting.State.CANCELLED);
    }

    private boolean end(Meeting meeting, Meeting.State from, Meeting.State to) {
        return jdbc.sql("""
                        update governance.meeting
                        set state = :to
                        where community_id = :community
                        and id = :id
                        and state = :from
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("community", meeting.community().value())
                        .param("id", meeting.id())
                        .update()
                == 1;
    }

    public void attend(Meeting meeting, UUID account, boolean online, Instant at) {
        jdbc.sql("""
                        insert into governance.attendance (community_id, meeting_id, account_id, online, came_at)
                        values (:community, :id, :account, :online, :at)
                        on conflict do nothing
                        """)
                .param("community", meeting.community().value())
                .param("id", meeting.id())
                .param("account", account)
                .param("online", online)
                .param("at", Rows.at(at))
                .update();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                row.getObject("venue_id", UUID.class),
                row.getObject("idea_id", UUID.class),
                MeetingKind.valueOf(row.getString("kind")),
                row.getString("title"),
                Rows.moment(row, "starts_at"),
                Objects.requireNonNull(Rows.day(row, "held_on")),
                row.getString("agenda"),
                row.getString("check_in"),
                row.getBoolean("online"),
                row.getString("minutes"),
                row.getInt("persons_on_site"),
                row.getInt("persons_online"),
                row.getObject("satisfied", Integer.class),
                row.getObject("neutral", Integer.class),
                row.getObject("dissatisfied", Integer.class),
                Meeting.State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getInt("signed_in"));
    }
}
