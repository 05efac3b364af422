package org.zhuxi.request.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceRequest;

/** Changes what may change of a request; whoever calls has locked it. */
@Repository
public class MoveStore {

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec change(ServiceRequest it, String set) {
        return jdbc.sql("update request.request set " + set + " where community_id = :community and id = :id")
                .param("community", it.community().value())
                .param("id", it.id());
    }

    public void state(ServiceRequest it, RequestState to) {
        change(it, "state = :state").param("state", to.name()).update();
    }

    /** Somebody got in touch for the first time. */
    public void respond(ServiceRequest it, Instant at, boolean inTime) {
        change(it, "responded_at = :at, responded_in_time = :inTime")
                .param("at", Rows.at(at))
                .param("inTime", inTime)
                .update();
    }

    public void answer(ServiceRequest it, UUID by, Instant at) {
        change(it, "answered_by = :by, answered_at = :at")
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Ends it; null opens it again. */
    public void close(ServiceRequest it, @Nullable Instant at, @Nullable LocalDate on) {
        change(it, "closed_at = :at, closed_on = :on")
                .param("at", Rows.at(at))
                .param("on", on)
                .update();
    }

    /** It is owed again until this day; what was said of the last attempt does not count any more. */
    public void reopen(ServiceRequest it, LocalDate due) {
        change(it, """
                        due_on = :due, closed_at = null, closed_on = null, answered_at = null, answered_by = null,
                        escalated_on = null, resolved = null, satisfaction = null, called_by = null, merged_into = null
                        """).param("due", due).update();
    }

    public void callBack(
            ServiceRequest it, @Nullable Boolean resolved, @Nullable Satisfaction satisfaction, @Nullable UUID by) {
        change(it, "resolved = :resolved, satisfaction = :satisfaction, called_by = :by")
                .param("resolved", resolved)
                .param("satisfaction", satisfaction == null ? null : satisfaction.name())
                .param("by", by)
                .update();
    }

    public void office(ServiceRequest it, String office) {
        change(it, "office = :office").param("office", office).update();
    }

    public void assign(ServiceRequest it, @Nullable UUID assignee) {
        change(it, "assignee = cast(:assignee as uuid)")
                .param("assignee", assignee)
                .update();
    }

    public void merge(ServiceRequest it, UUID into) {
        change(it, "merged_into = :into").param("into", into).update();
    }

    public void echo(ServiceRequest it, int by) {
        change(it, "echoes = echoes + :by").param("by", by).update();
    }

    public void publish(ServiceRequest it, @Nullable String words) {
        change(it, "public_words = :words").param("words", words).update();
    }

    public void escalate(ServiceRequest it, LocalDate on) {
        change(it, "escalated_on = :on").param("on", on).update();
    }
}
