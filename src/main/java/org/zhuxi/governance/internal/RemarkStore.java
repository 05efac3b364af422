package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.Remark;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.database.Rows;

/** Keeps what was said to ideas. */
@Repository
public class RemarkStore {

    private final JdbcClient jdbc;

    RemarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it; the same id again changes nothing. */
    /** Whether the id was free. */
    public boolean insert(Idea idea, Remark remark, UUID by) {
        return jdbc.sql("""
                        insert into governance.idea_remark
                            (community_id, id, idea_id, kind, speaker, words, said_by, said_at)
                        values (:community, :id, :idea, :kind, :speaker, :words, :by, :at)
                        on conflict do nothing
                        """)
                        .param("community", idea.community().value())
                        .param("id", remark.id())
                        .param("idea", idea.id())
                        .param("kind", remark.kind().name())
                        .param("speaker", remark.speaker())
                        .param("words", remark.words())
                        .param("by", by)
                        .param("at", Rows.at(remark.at()))
                        .update()
                == 1;
    }

    public List<Remark> list(Idea idea) {
        return jdbc.sql("""
                        select id, kind, speaker, words, said_at, answer, answer_words, hidden_reason
                        from governance.idea_remark
                        where community_id = :community
                        and idea_id = :idea
                        order by id
                        """)
                .param("community", idea.community().value())
                .param("idea", idea.id())
                .query((row, number) -> new Remark(
                        row.getObject("id", UUID.class),
                        Remark.Kind.valueOf(row.getString("kind")),
                        row.getString("speaker"),
                        row.getString("words"),
                        Rows.moment(row, "said_at"),
                        Typed.find(Remark.Answer.class, row.getString("answer")).orElse(null),
                        row.getString("answer_words"),
                        row.getString("hidden_reason")))
                .list();
    }

    public Optional<Remark> find(Idea idea, UUID id) {
        return list(idea).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public void answer(Idea idea, UUID id, Remark.Answer answer, String words, UUID by, Instant at) {
        jdbc.sql("""
                        update governance.idea_remark
                        set answer = :answer, answer_words = :words, answered_by = :by, answered_at = :at
                        where community_id = :community
                        and id = :id
                        """)
                .param("answer", answer.name())
                .param("words", words)
                .param("by", by)
                .param("at", Rows.at(at))
                .param("community", idea.community().value())
                .param("id", id)
                .update();
    }

    public void hide(Idea idea, UUID id, String reason, UUID by) {
        jdbc.sql("""
                        update governance.idea_remark
                        set hidden_reason = :reason, hidden_by = :by
                        where community_id = :community
                        and id = :id
                        """)
                .param("reason", reason)
                .param("by", by)
                .param("community", idea.community().value())
                .param("id", id)
                .update();
    }
}
