package org.zhuxi.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;
import org.zhuxi.request.ServiceRequest;

/** Keeps what happened to requests, and answers to extra questions. */
@Repository
public class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ServiceRequest of, RequestStep step) {
        jdbc.sql("""
                        insert into request.step (community_id, id, request_id, kind, state_to, words, shown, done_by, done_at)
                        values (:community, :id, :request, :kind, :to, :words, :shown, cast(:by as uuid), :at)
                        on conflict do nothing
                        """)
                .param("community", of.community().value())
                .param("id", step.id())
                .param("request", of.id())
                .param("kind", step.kind().name())
                .param("to", step.to() == null ? null : step.to().name())
                .param("words", step.words())
                .param("shown", step.shown())
                .param("by", step.by())
                .param("at", Rows.at(step.at()))
                .update();
    }

    /** In the order in which they happened. */
    public List<RequestStep> list(ServiceRequest of, boolean shownOnly) {
        return jdbc.sql("""
                        select *
                        from request.step
                        where community_id = :community
                        and request_id = :request
                        and (shown or not :shownOnly)
                        order by done_at, id
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .param("shownOnly", shownOnly)
                .query(StepStore::read)
                .list();
    }

    /** Steps everybody may read, of requests at or below a place, between two moments. */
    public List<RequestStep> shownBetween(PlacePath at, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        select s.*
                        from request.step s
                        join request.request r on r.community_id = s.community_id and r.id = s.request_id
                        where s.shown
                        and s.done_at >= :from
                        and s.done_at <= :to
                        and (r.place_path = :path or r.place_path like :below)
                        order by s.done_at, s.id
                        limit :limit
                        """)
                .param("from", Rows.at(from))
                .param("to", Rows.at(to))
                .param("path", at.value())
                .param("below", at.below())
                .param("limit", limit)
                .query(StepStore::read)
                .list();
    }

    private static RequestStep read(ResultSet row, int number) throws SQLException {
        var to = row.getString("state_to");
        return new RequestStep(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                RequestStep.Kind.valueOf(row.getString("kind")),
                to == null ? null : RequestState.valueOf(to),
                row.getString("words"),
                row.getBoolean("shown"),
                row.getObject("done_by", UUID.class),
                Rows.moment(row, "done_at"));
    }

    public void insertAnswers(ServiceRequest of, List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into request.answer (community_id, request_id, attribute, value)
                        select :community, :request, attribute, value
                        from unnest(cast(:attributes as text[]), cast(:values as text[])) as given (attribute, value)
                        on conflict do nothing
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .param("attributes", Rows.texts(answers, Answer::attribute))
                .param("values", Rows.texts(answers, Answer::value))
                .update();
    }

    public List<Answer> answers(ServiceRequest of) {
        return jdbc.sql("""
                        select attribute, value
                        from request.answer
                        where community_id = :community
                        and request_id = :request
                        order by attribute, value
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .query(Answer.class)
                .list();
    }

    /** One chosen answer. */
    public record Answer(String attribute, String value) {}
}
