package org.zhuxi.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.AnswerTemplate;

/** Keeps templates of answers. */
@Repository
public class TemplateStore {

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(AnswerTemplate it, UUID by, Instant at) {
        jdbc.sql("""
                        insert into request.template (community_id, id, service, title, words, made_by, made_at, origin)
                        values (:community, :id, :service, :title, :words, :by, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("service", it.service())
                .param("title", it.title())
                .param("words", it.words())
                .param("by", by)
                .param("at", Rows.at(at))
                .param("origin", it.origin().name())
                .update();
    }

    public Optional<AnswerTemplate> find(UUID id) {
        return jdbc.sql("select * from request.template where id = :id")
                .param("id", id)
                .query(TemplateStore::read)
                .optional();
    }

    /** Those in use, by title. @param service those that fit it; null for all */
    public List<AnswerTemplate> list(CommunityId community, @Nullable String service) {
        return jdbc.sql("""
                        select *
                        from request.template
                        where community_id = :community
                        and ended_at is null
                        and (cast(:service as text) is null or service in ('', :service))
                        order by title, id
                        """)
                .param("community", community.value())
                .param("service", service)
                .query(TemplateStore::read)
                .list();
    }

    public void end(AnswerTemplate it, Instant at) {
        jdbc.sql("""
                        update request.template
                        set ended_at = :at
                        where community_id = :community
                        and id = :id
                        and ended_at is null
                        """)
                .param("at", Rows.at(at))
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
    }

    private static AnswerTemplate read(ResultSet row, int number) throws SQLException {
        return new AnswerTemplate(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("service"),
                row.getString("title"),
                row.getString("words"),
                Origin.valueOf(row.getString("origin")));
    }
}
