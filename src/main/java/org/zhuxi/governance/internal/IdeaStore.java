package org.zhuxi.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.IdeaStep;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/** Keeps ideas, their steps and who supports them. */
@Repository
public class IdeaStore {

    private static final String SELECT = """
            select idea.*,
                (select count(*) from governance.idea_support s
                    where s.community_id = idea.community_id and s.idea_id = idea.id) as supporters
            from governance.idea
            """;

    private final JdbcClient jdbc;
    private final PlacedRows<Idea> rows;

    IdeaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rows = new PlacedRows<>(jdbc, "governance.idea", SELECT, "title", (row, number) -> idea(row));
    }

    /** Whether the id was free. */
    public boolean insert(Idea idea) {
        return rows.find(idea.id()).isEmpty()
                && rows.ofNew(idea, idea.raisedBy(), idea.raisedAt(), """
                        insert into governance.idea (community_id, id, place_code, place_path, title, words, stage,
                            raised_by, raised_at, origin, source)
                        values (:community, :id, :place, :path, :title, :words, :stage, :by, :at, :origin, :source)
                        on conflict do nothing
                        """)
                                .param("title", idea.title())
                                .param("words", idea.words())
                                .param("stage", idea.stage().name())
                                .param("source", idea.source())
                                .update()
                        == 1;
    }

    public Optional<Idea> find(UUID id) {
        return rows.find(id);
    }

    /** The idea, locked until the transaction ends. */
    public Optional<Idea> lock(UUID id) {
        return rows.lock(id, "update");
    }

    /** Ideas at or below a place, the latest first. @param stage only these, or all when null */
    public Slice<Idea> list(PlacePath at, String words, @Nullable IdeaStage stage, int limit, @Nullable UUID after) {
        return stage == null
                ? rows.list(at, words, limit, after)
                : rows.list("stage = :stage", Map.of("stage", stage.name()), at, words, limit, after);
    }

    /** Ideas somebody raised or supports, the latest first. */
    public List<Idea> ofAccount(UUID account, int limit) {
        return jdbc.sql(SELECT + """
                        where raised_by = :account
                        or id in (select idea_id from governance.idea_support where account_id = :account)
                        order by id desc
                        limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query(rows.mapper())
                .list();
    }

    public void step(Idea idea, IdeaStep step, @Nullable UUID link, UUID by) {
        rows.of(idea, """
                        update governance.idea
                        set stage = :stage,
                            merged_into = case when :stage = 'MERGED' then :link else merged_into end,
                            decision_id = case when :stage = 'DECIDED' then :link else decision_id end,
                            project_id = case when :stage = 'IN_HAND' then :link else project_id end,
                            result = case when :stage = 'CLOSED' then :words else result end
                        where community_id = :community
                        and id = :id
                        """)
                .param("stage", step.stage().name())
                .param("link", link)
                .param("words", step.words())
                .update();
        insertStep(idea, step, by);
    }

    public void insertStep(Idea idea, IdeaStep step, UUID by) {
        rows.of(idea, """
                        insert into governance.idea_step
                            (community_id, idea_id, number, stage, on_day, words, done_by, done_at)
                        select :community, :id, coalesce(max(number), 0) + 1, :stage, :on, :words, :by, :at
                        from governance.idea_step
                        where community_id = :community
                        and idea_id = :id
                        """)
                .param("stage", step.stage().name())
                .param("on", step.on())
                .param("words", step.words())
                .param("by", by)
                .param("at", Rows.at(step.at()))
                .update();
    }

    public List<IdeaStep> steps(Idea idea) {
        return rows.of(idea, """
                        select stage, on_day, words, done_at
                        from governance.idea_step
                        where community_id = :community
                        and idea_id = :id
                        order by number
                        """)
                .query((row, number) -> new IdeaStep(
                        IdeaStage.valueOf(row.getString("stage")),
                        Objects.requireNonNull(Rows.day(row, "on_day")),
                        row.getString("words"),
                        Rows.moment(row, "done_at")))
                .list();
    }

    public void support(Idea idea, UUID account, Instant at) {
        rows.of(idea, """
                        insert into governance.idea_support (community_id, idea_id, account_id, supported_at)
                        values (:community, :id, :account, :at)
                        on conflict do nothing
                        """).param("account", account).param("at", Rows.at(at)).update();
    }

    public void withdrawSupport(Idea idea, UUID account) {
        rows.of(idea, """
                        delete from governance.idea_support
                        where community_id = :community
                        and idea_id = :id
                        and account_id = :account
                        """).param("account", account).update();
    }

    public boolean supports(Idea idea, UUID account) {
        return rows.of(idea, """
                        select exists (
                            select from governance.idea_support
                            where community_id = :community
                            and idea_id = :id
                            and account_id = :account)
                        """).param("account", account).query(Boolean.class).single();
    }

    /** Open ideas of a community, the latest first, to be compared with a new one. */
    public List<Idea> recent(CommunityId community, int limit) {
        return jdbc.sql(SELECT + """
                        where community_id = :community
                        and stage not in ('MERGED', 'DECLINED', 'WITHDRAWN', 'CLOSED')
                        order by id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("limit", limit)
                .query(rows.mapper())
                .list();
    }

    private static Idea idea(ResultSet row) throws SQLException {
        return new Idea(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place_code"),
                new PlacePath(row.getString("place_path")),
                row.getString("title"),
                row.getString("words"),
                IdeaStage.valueOf(row.getString("stage")),
                row.getObject("merged_into", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getString("result"),
                row.getObject("raised_by", UUID.class),
                Rows.moment(row, "raised_at"),
                Origin.valueOf(row.getString("origin")),
                row.getString("source"),
                row.getInt("supporters"));
    }
}
